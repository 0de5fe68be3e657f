"""The facts about looked-after children and care leavers, as one SQL query (see `kith.law.providers`).

Episodes under an agreed series of short breaks (V3, V4) are left out: SI 2010/959 regulation 48 changes the
duties for them. Source of the codes: the SSDA903 guide.

Runs: an episode goes on from those before it when it begins no later than the latest of them ceased. A home
goes on besides only where the same home is known. Whether police protection (L1) and adopters' homes
(A3 to A6) go on is asked of those episodes alone. The authority to place (D1, E1) lasts to the end of care.

Which visits a home asks for (SI 2010/959 regulation 28(2) to (5)): at a parent's (P1) by its order, C1 or C2; else
by its first year, and after that by whether it is meant to last to 18. U1 and U4 are long-term foster homes and are;
U2, U3, U5 and U6 are not; of other homes the return does not say, and nothing is made of their later years.
"""

from __future__ import annotations

from kith.care.models import CareFact, CareLeaverContact, Episode, HealthYear, Review
from kith.law.providers import Reads
from kith.people.models import Person
from kith.story.models import Visited

READS = {
    "person": Reads(Person, ("born_on", "birth_knowledge")),
    "episode": Reads(
        Episode,
        (
            "id",
            "started_on",
            "ceased_on",
            "legal_status",
            "placement_type",
            "reason_new_episode",
            "reason_ceased",
            "same_home_as_before",
        ),
        known=True,
    ),
    "review": Reads(Review, ("id", "reviewed_on", "participation"), known=True),
    "health": Reads(
        HealthYear,
        ("collection_year", "health_assessment", "teeth_check", "sdq_score", "sdq_reason"),
        known=True,
    ),
    "visit": Reads(Visited, ("event_id", "seen_on", "alone", "why_not_alone", "written_on")),
    "fact": Reads(CareFact, ("matter", "kind", "happened_on", "until")),
    "leaver": Reads(CareLeaverContact, ("collection_year", "in_touch"), known=True),
}

FACTS = """
WITH episode AS (
    SELECT person, id, started_on, ceased_on, coalesce(ceased_on, 'infinity') AS ends, legal_status, placement_type,
           coalesce(reason_new_episode = 'L' OR same_home_as_before, false) AS stayed, reason_ceased,
           placement_type = 'P1' AS with_parent,
           CASE WHEN placement_type IN ('U1', 'U4') THEN 'placement_after_first_year_long_term'
                WHEN placement_type IN ('U2', 'U3', 'U5', 'U6') THEN 'placement_after_first_year' END AS later
      FROM {episode} e WHERE legal_status NOT IN ('V3', 'V4')
), begun AS (
    SELECT *, coalesce(started_on > max(ends) OVER before, true) AS comes_in
      FROM episode WINDOW before AS (PARTITION BY person ORDER BY started_on, ends, id
                                     ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), counted AS (
    SELECT *, count(*) FILTER (WHERE comes_in) OVER so_far AS care,
           count(*) FILTER (WHERE comes_in OR NOT stayed) OVER so_far AS home
      FROM begun WINDOW so_far AS (PARTITION BY person ORDER BY started_on, ends, id)
), care AS (
    SELECT person, min(started_on) AS day, nullif(max(ends), 'infinity') AS until,
           (array_agg(id ORDER BY started_on, ends, id))[1] AS ref,
           (array_agg(legal_status ORDER BY started_on, ends, id))[1] AS legal_status,
           (array_agg(placement_type ORDER BY started_on, ends, id))[1] AS placement_type,
           (array_agg(reason_ceased ORDER BY started_on DESC, ends DESC, id DESC))[1] AS reason_ceased,
           min(started_on) FILTER (WHERE legal_status IN ('D1', 'E1')) AS authority_on,
           (array_agg(id ORDER BY started_on, ends, id) FILTER (WHERE legal_status IN ('D1', 'E1')))[1] AS authority
      FROM counted GROUP BY person, care
), special AS (
    SELECT person, kind, id, started_on, ends, count(*) FILTER (WHERE comes_in) OVER
           (PARTITION BY person, kind ORDER BY started_on, ends, id) AS run
      FROM (SELECT *, coalesce(started_on > max(ends) OVER (PARTITION BY person, kind ORDER BY started_on, ends, id
                                              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), true) AS comes_in
              FROM (SELECT person, id, started_on, ends, 'police_protection' AS kind FROM episode
                     WHERE legal_status = 'L1'
                    UNION ALL
                    SELECT person, id, started_on, ends, 'placed_for_adoption' FROM episode
                     WHERE placement_type IN ('A3', 'A4', 'A5', 'A6')
                    UNION ALL
                    SELECT person, id, started_on, ends, CASE legal_status WHEN 'C1' THEN 'interim_with_parent'
                           ELSE 'care_order_with_parent' END FROM episode
                     WHERE placement_type = 'P1' AND legal_status IN ('C1', 'C2')) chosen) s
), lasted AS (
    SELECT kind, person, min(started_on) AS day, nullif(max(ends), 'infinity') AS until,
           (array_agg(id ORDER BY started_on, ends, id))[1] AS ref FROM special GROUP BY person, kind, run
), review AS (
    SELECT person, id, reviewed_on, participation FROM {review} r
), told AS (SELECT kind, person, happened_on, until, matter FROM {fact} f), reviewed AS (
    -- The first review in such a home changes how often the child is visited there.
    SELECT l.kind, l.person, l.day, l.until, l.ref, min(r.reviewed_on) AS first_on
      FROM (SELECT kind, person, day, until, ref FROM lasted WHERE kind IN ('placed_for_adoption', 'interim_with_parent')
            UNION ALL SELECT kind, person, happened_on, until, matter FROM told
             WHERE kind = 'placed_with_parent_before_assessment') l
      LEFT JOIN review r ON r.person = l.person AND r.reviewed_on >= l.day
       AND r.reviewed_on <= coalesce(l.until, 'infinity')
     GROUP BY l.kind, l.person, l.day, l.until, l.ref
), stay AS (
    SELECT person, later, min(started_on) AS day, max(ends) AS ends,
           bool_or(bool_or(with_parent)) OVER one AS with_parent,
           CAST(min(min(started_on)) OVER one + INTERVAL '1 year' AS date) AS year_on
      FROM counted GROUP BY person, home, later WINDOW one AS (PARTITION BY person, home)
), born AS NOT MATERIALIZED (
    -- An expected or estimated date of birth starts no clock. Of linked records, the one that is kept is believed.
    SELECT person, born_on FROM {person} p WHERE birth_knowledge = 'exact'
       AND (id = person OR person NOT IN (SELECT id FROM {person} own WHERE birth_knowledge = 'exact'))
), left_care AS (
    SELECT person, until, ref, reason_ceased, lead(day) OVER (PARTITION BY person ORDER BY day) AS back_on FROM care
), seen AS (
    SELECT person, event_id, seen_on, alone, why_not_alone, written_on FROM {visit} v
), leaver AS (
    SELECT person, in_touch, make_date(left(collection_year, 4)::int + 1, 3, 31) AS year_end
      FROM {leaver} l
)
SELECT 'birth' AS kind, person, born_on AS day, NULL::date AS until, NULL::uuid AS ref, NULL::jsonb AS detail FROM born
UNION ALL
SELECT 'looked_after', person, day, until, ref,
       jsonb_build_object('legal_status', legal_status, 'placement_type', placement_type) FROM care
UNION ALL
SELECT 'looked_after_without_order', person, day, until, ref, NULL
  FROM care WHERE legal_status IN ('V2', 'L1', 'L2', 'L3', 'J1', 'J2', 'J3')
UNION ALL
SELECT 'authority_to_place', person, authority_on, until, authority, NULL FROM care WHERE authority_on IS NOT NULL
UNION ALL
SELECT 'placement', person, min(started_on), nullif(max(ends), 'infinity'),
       (array_agg(id ORDER BY started_on, ends, id))[1], jsonb_build_object(
       'legal_status', (array_agg(legal_status ORDER BY started_on, ends, id))[1],
       'placement_type', (array_agg(placement_type ORDER BY started_on, ends, id))[1])
  FROM counted GROUP BY person, home
UNION ALL
SELECT 'placement_first_year', person, min(started_on),
       least(max(ends), CAST(min(started_on) + INTERVAL '1 year' AS date)), NULL, NULL
  FROM counted GROUP BY person, home HAVING NOT coalesce(bool_or(with_parent), false)
UNION ALL
SELECT later, person, greatest(year_on, day), nullif(ends, 'infinity'), NULL, NULL
  FROM stay WHERE later IS NOT NULL AND ends > year_on AND NOT coalesce(with_parent, false)
UNION ALL
SELECT kind, person, day, until, ref, NULL FROM lasted WHERE kind <> 'interim_with_parent'
UNION ALL
SELECT CASE kind WHEN 'placed_for_adoption' THEN 'placed_for_adoption_until_first_review'
                 WHEN 'interim_with_parent' THEN 'connected_or_interim_until_first_review'
                 ELSE 'with_parent_until_first_review' END, person, day, coalesce(first_on, until), ref, NULL
  FROM reviewed
UNION ALL
SELECT CASE kind WHEN 'interim_with_parent' THEN 'connected_or_interim_after_first_review'
                 ELSE 'with_parent_after_first_review' END, person, first_on, until, ref, NULL
  FROM reviewed WHERE kind <> 'placed_for_adoption' AND first_on IS NOT NULL
UNION ALL
SELECT 'looked_after_review', person, reviewed_on, NULL, id, jsonb_build_object('participation', participation)
  FROM review
UNION ALL
SELECT k.kind, person, k.day, NULL, event_id, NULL
  FROM seen CROSS JOIN LATERAL (VALUES ('visit_to_child', seen_on), ('visit_written_up', written_on),
       ('child_spoken_to_alone', CASE WHEN alone IN ('yes', 'part') THEN seen_on END)) AS k (kind, day)
 WHERE k.day IS NOT NULL
UNION ALL
SELECT 'child_not_spoken_to_alone', person, seen_on, NULL, event_id,
       jsonb_build_object('why', CASE alone WHEN 'offered' THEN 'refused' ELSE why_not_alone END)
  FROM seen WHERE alone IN ('offered', 'no')
UNION ALL
SELECT kind, person, happened_on, until, matter, NULL FROM told
UNION ALL
-- Regulation 29 asks it of visits to a child in care. Why not can be said for two weeks; then it stands as it is.
SELECT 'visit_in_care', seen.person, seen_on, seen_on + 14, event_id, NULL
  FROM seen JOIN care ON care.person = seen.person AND seen_on >= day AND (until IS NULL OR seen_on < until)
 WHERE alone <> ''
UNION ALL
SELECT said.kind, person, make_date(left(collection_year, 4)::int + 1, 3, 31), NULL, NULL, said.detail
  FROM {health} h, LATERAL (VALUES
       ('health_assessment_in_year', health_assessment, NULL),
       ('dental_check_in_year', teeth_check, NULL),
       ('strengths_and_difficulties_score', sdq_score IS NOT NULL, NULL),
       ('strengths_and_difficulties_reason', sdq_reason <> '', jsonb_build_object('reason', sdq_reason))
       ) AS said (kind, holds, detail)
 WHERE said.holds
UNION ALL
-- Whoever the return asks about as a care leaver is one from the day on which they left care, until they came back.
SELECT 'care_leaver', person, until, back_on, NULL, NULL
  FROM left_care WHERE until IS NOT NULL AND person IN (SELECT person FROM leaver)
UNION ALL
SELECT 'left_care_into_custody', person, until, back_on, ref, NULL
  FROM left_care WHERE until IS NOT NULL AND reason_ceased = 'E9'
UNION ALL
-- Dated on the birthday in the year to 31 March; of a child of 29 February, on 1 March in a common year.
SELECT CASE in_touch WHEN 'YES' THEN 'care_leaver_in_touch' ELSE 'care_leaver_contact_not_wanted' END, person,
       make_date(birthday.year, extract(month FROM born_on)::int, least(extract(day FROM born_on)::int, 28))
       + greatest(extract(day FROM born_on)::int - 28, 0), NULL, NULL, NULL
  FROM leaver JOIN born USING (person), LATERAL (SELECT extract(year FROM year_end)::int
       - CASE WHEN extract(month FROM born_on) > 3 THEN 1 ELSE 0 END AS year) birthday
 WHERE in_touch IN ('YES', 'DIED', 'REFU', 'NREQ', 'RHOM') AND birthday.year > extract(year FROM born_on)
"""
