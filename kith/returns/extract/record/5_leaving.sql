-- Leaving care, health, and adoption. A collection year is told of from its first day, 1 April.
care_leaver AS MATERIALIZED (
    SELECT DISTINCT ON (coalesce(link.canonical_id, c.person_id))
           coalesce(link.canonical_id, c.person_id) AS who,
           c.id, c.in_touch, c.activity, c.accommodation
      FROM care_careleavercontact c LEFT JOIN link ON link.person_id = c.person_id
     WHERE make_date(left(c.collection_year, 4)::int, 4, 1) <= %(as_at)s::date
     ORDER BY 1, c.collection_year DESC, c.id
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
