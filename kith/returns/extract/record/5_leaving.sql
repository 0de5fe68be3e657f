-- Leaving care, health, and adoption. A collection year is told of from its first day, 1 April.
care_leaver AS MATERIALIZED (
    SELECT DISTINCT ON (coalesce(link.canonical_id, c.person_id))
           coalesce(link.canonical_id, c.person_id) AS who,
           c.id, c.in_touch, c.activity, c.accommodation
      FROM care_careleavercontact c LEFT JOIN link ON link.person_id = c.person_id
     WHERE make_date(left(c.collection_year, 4)::int, 4, 1) <= %(as_at)s::date
     ORDER BY 1, c.collection_year DESC, c.id
),
-- Whom leaving care services are for (Children Act 1989, sections 23A and 23C, schedule 2 paragraph 19B; Care Leavers
-- (England) Regulations 2010, regulation 3): 13 weeks in care since the 14th birthday, some of it once 16, as the episodes
-- show; and everybody of whom a return says so (OC3). Adoption ends it. Born on 29 February: 1 March.
counted AS (
    SELECT c.who, p.years, bool_or(c.ceased_on IS NULL) AS in_care,
           sum(greatest(0, coalesce(c.ceased_on, %(as_at)s::date + 1) - greatest(c.started_on, b.fourteen))) AS days,
           bool_or(coalesce(c.ceased_on, %(as_at)s::date) >= b.sixteen) AS at_sixteen,
           (array_agg(c.reason_ceased ORDER BY c.started_on DESC))[1] IN ('E11', 'E12') AS adopted
      FROM period_of_care c JOIN person p USING (who)
     CROSS JOIN LATERAL (SELECT (p.born_on + interval '14 years')::date + late.days AS fourteen,
                                (p.born_on + interval '16 years')::date AS sixteen
          FROM (SELECT (extract(day FROM p.born_on) <> extract(day FROM p.born_on + interval '14 years'))::int) late(days)) b
     WHERE p.born_on IS NOT NULL
     GROUP BY c.who, p.years
),
leaving AS MATERIALIZED (
    SELECT who, CASE WHEN counted.in_care AND years < 18 THEN 'eligible'
                     WHEN years < 18 THEN 'relevant' WHEN years >= 18 THEN 'former relevant' END AS category
      FROM (SELECT who FROM care_leaver UNION
            SELECT who FROM counted WHERE days >= 91 AND at_sixteen AND adopted IS NOT TRUE) entitled
      JOIN (SELECT who, years FROM person) person USING (who) LEFT JOIN (SELECT who, in_care FROM counted) counted USING (who)
),
health_year AS (
    SELECT coalesce(link.canonical_id, h.person_id) AS who, h.id, h.collection_year, h.sdq_score,
           h.sdq_reason,
           h.immunisations, h.substance_misuse, h.intervention_received
      FROM care_healthyear h LEFT JOIN link ON link.person_id = h.person_id
     WHERE make_date(left(h.collection_year, 4)::int, 4, 1) <= %(as_at)s::date
),
adoption AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, a.person_id) AS who, a.id, a.collection_year, a.matched_on,
           a.by_foster_carer,
           a.adopters, a.adopters_sex, a.adopters_legal_status
      FROM care_adoption a LEFT JOIN link ON link.person_id = a.person_id
     WHERE a.matched_on <= %(as_at)s::date
        OR make_date(left(a.collection_year, 4)::int, 4, 1) <= %(as_at)s::date
),
-- A decision that a child should be placed, and what came of it in the period of care it was made in.
decision AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, d.person_id) AS who, d.id, d.decided_on,
           CASE WHEN d.ceased_on <= %(as_at)s::date THEN d.ceased_on END AS ceased_on,
           CASE WHEN d.ceased_on <= %(as_at)s::date THEN d.reason_ceased END AS reason_ceased
      FROM care_placedforadoption d LEFT JOIN link ON link.person_id = d.person_id
     WHERE d.decided_on <= %(as_at)s::date
),
adopting AS MATERIALIZED (
    SELECT d.who, d.id, d.decided_on, d.ceased_on, d.reason_ceased, c.period, c.started_on AS entered_on,
           c.ceased_on AS left_care_on,
           CASE WHEN c.reason_ceased IN ('E11', 'E12') THEN c.ceased_on END AS adopted_on,
           min(e.started_on) FILTER (WHERE e.legal_status = 'E1') AS placement_order_on,
           min(e.started_on) FILTER (WHERE e.placement_type IN ('A3', 'A4', 'A5', 'A6')) AS placed_on,
           min(e.started_on) FILTER (WHERE e.placement_type IN ('U2', 'U5')) AS placed_to_foster_on
      FROM (SELECT * FROM decision
             UNION ALL
            SELECT who, NULL, NULL, NULL, NULL FROM period_of_care c
             WHERE reason_ceased IN ('E11', 'E12')
               AND NOT EXISTS (SELECT FROM decision d WHERE d.who = c.who)) d
      LEFT JOIN LATERAL (SELECT * FROM period_of_care c
             WHERE c.who = d.who AND (d.decided_on IS NULL AND c.reason_ceased IN ('E11', 'E12')
                   OR d.decided_on BETWEEN c.started_on AND coalesce(c.ceased_on, 'infinity'))
             ORDER BY c.started_on DESC LIMIT 1) c ON true
      LEFT JOIN care e ON e.who = d.who AND e.period = c.period
     GROUP BY d.who, d.id, d.decided_on, d.ceased_on, d.reason_ceased, c.period, c.started_on, c.ceased_on,
              c.reason_ceased
),
