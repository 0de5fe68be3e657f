-- Children looked after, as at the day. Agreed series of short breaks (V3, V4) are no period of care.
episode AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, e.person_id) AS who, e.id, e.started_on, e.reason_new_episode,
           e.legal_status,
           e.need, e.placement_type, e.provider, e.reason_place_change,
           CASE WHEN e.ceased_on <= %(as_at)s::date THEN e.ceased_on END AS ceased_on,
           CASE WHEN e.ceased_on <= %(as_at)s::date THEN e.reason_ceased END AS reason_ceased
      FROM care_episode e LEFT JOIN link ON link.person_id = e.person_id
     WHERE e.started_on <= %(as_at)s::date AND e.legal_status NOT IN ('V3', 'V4')
),
-- A period begins where no earlier episode reaches; a placement begins with it, and at each new episode
-- that is not for the legal status alone (RNE other than L).
reached AS (
    SELECT e.*, lag(legal_status) OVER earlier AS status_before,
           coalesce(started_on > max(coalesce(ceased_on, 'infinity')) OVER upto_before, true) AS begins
      FROM episode e
    WINDOW earlier AS (PARTITION BY who ORDER BY started_on, ceased_on),
           upto_before AS (earlier ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
care AS MATERIALIZED (
    SELECT r.*, count(*) FILTER (WHERE begins) OVER upto AS period,
           count(*) FILTER (WHERE begins OR reason_new_episode <> 'L') OVER upto AS home,
           count(*) FILTER (WHERE begins OR legal_status IS DISTINCT FROM status_before) OVER upto AS status
      FROM reached r
    WINDOW upto AS (PARTITION BY who ORDER BY started_on, ceased_on ROWS UNBOUNDED PRECEDING)
),
latest AS (
    SELECT DISTINCT ON (who, period) * FROM care ORDER BY who, period, started_on DESC,
           ceased_on DESC NULLS FIRST
),
placement AS MATERIALIZED (
    SELECT who, period, home, min(started_on) AS started_on,
           CASE WHEN bool_and(ceased_on IS NOT NULL) THEN max(ceased_on) END AS ceased_on,
           (array_agg(id ORDER BY started_on DESC, ceased_on DESC NULLS FIRST))[1] AS episode_id
      FROM care GROUP BY who, period, home
),
legal AS MATERIALIZED (
    SELECT who, period, status, legal_status, min(started_on) AS started_on,
           CASE WHEN bool_and(ceased_on IS NOT NULL) THEN max(ceased_on) END AS ceased_on
      FROM care GROUP BY who, period, status, legal_status
),
period_of_care AS MATERIALIZED (
    SELECT who, period, p.started_on, p.ceased_on, latest.id AS episode_id, latest.home, latest.need,
           latest.legal_status, latest.placement_type, latest.provider, latest.reason_ceased,
           legal.started_on AS status_started_on
      FROM (SELECT who, period, min(started_on) AS started_on,
                   CASE WHEN bool_and(ceased_on IS NOT NULL) THEN max(ceased_on) END AS ceased_on
              FROM care GROUP BY who, period) p
      JOIN latest USING (who, period)
      JOIN legal USING (who, period, status)
),
place AS (
    SELECT coalesce(link.canonical_id, x.person_id) AS who, x.episode_id, x.placement_postcode, x.urn
      FROM care_episodeplace x LEFT JOIN link ON link.person_id = x.person_id
     WHERE NOT EXISTS (SELECT FROM kept_safe WHERE kept_safe.who = coalesce(link.canonical_id, x.person_id))
),
care_review AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, r.person_id) AS who, r.id, r.reviewed_on, r.participation
      FROM care_review r LEFT JOIN link ON link.person_id = r.person_id
     WHERE r.reviewed_on <= %(as_at)s::date
),
missing AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, m.person_id) AS who, m.id, m.kind, m.began_on,
           CASE WHEN m.ended_on <= %(as_at)s::date THEN m.ended_on END AS ended_on
      FROM care_missingepisode m LEFT JOIN link ON link.person_id = m.person_id
     WHERE m.began_on <= %(as_at)s::date
),
unaccompanied AS MATERIALIZED (
    SELECT coalesce(link.canonical_id, u.person_id) AS who, u.id,
           CASE WHEN u.ceased_on <= %(as_at)s::date THEN u.ceased_on END AS ceased_on
      FROM care_unaccompaniedperiod u LEFT JOIN link ON link.person_id = u.person_id
),
social_worker AS (
    SELECT coalesce(link.canonical_id, w.person_id) AS who, w.id, w.worker_number, w.started_on, w.reason,
           CASE WHEN w.ended_on <= %(as_at)s::date THEN w.ended_on END AS ended_on
      FROM care_socialworkerepisode w LEFT JOIN link ON link.person_id = w.person_id
     WHERE w.started_on <= %(as_at)s::date AND w.worker_number <> ''
),
previous_permanence AS (
    SELECT coalesce(link.canonical_id, p.person_id) AS who, p.id, p.collection_year, p.kind, p.authority,
           p.date_as_given
      FROM care_previouspermanence p LEFT JOIN link ON link.person_id = p.person_id
     WHERE make_date(left(p.collection_year, 4)::int, 4, 1) <= %(as_at)s::date
),
-- The plan as the law asks for it of a child looked after: the days on which it had that section.
care_plan AS (
    SELECT coalesce(link.canonical_id, p.person_id) AS who, b.id, lower(b.during) AS started_on,
           CASE WHEN upper(b.during) - 1 <= %(as_at)s::date THEN upper(b.during) - 1 END AS ended_on
      FROM plan_planbasis b JOIN plan_planperson p ON p.plan_id = b.plan_id AND p.part = 'child'
      LEFT JOIN link ON link.person_id = p.person_id
     WHERE b.basis = 'looked_after' AND lower(b.during) <= %(as_at)s::date
),
