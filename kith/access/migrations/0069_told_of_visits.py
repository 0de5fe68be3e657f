"""A child is told by name when we must come and see them (docs/adr/0153): their homes and visits, behind their own door.

Whoever else is behind a door reads neither where a child lives nor on which days they were seen. A visit that arises
from a concern not yet told is told to nobody.
"""

from django.db import migrations

SQL = """CREATE OR REPLACE FUNCTION access_told_facts() RETURNS TABLE (kind text, person uuid, day date, until date, ref uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE reader uuid := coalesce(kith_on_behalf_of(), kith_actor());
BEGIN
    RETURN QUERY
    WITH door AS (
        SELECT d.person_id, bool_or(d.capacity = 'self') AS own FROM access_dooraccess d
         WHERE d.account_id = reader AND d.during @> now() AND d.capacity IN ('self', 'parent', 'carer')
           -- A door that was shut (adopted, moved to safety) has no grant any more.
           AND EXISTS (SELECT FROM access_grant g WHERE g.actor = reader AND g.person = d.person_id
                          AND g.came_from = 'door' AND g.during @> now())
           AND (kith_on_behalf_of() IS NULL OR EXISTS (
                SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = d.person_id AND g.level >= 2
                   AND (g.label_mask & 1) <> 0 AND g.during @> now()))
         GROUP BY d.person_id
    ), who AS (
        SELECT DISTINCT ON (s.same) s.same AS id, door.person_id AS named, door.own
          FROM kith_same_people(ARRAY(SELECT d.person_id FROM door d)) s JOIN door ON door.person_id = s.person
         ORDER BY s.same, door.person_id
    ), told AS (
        SELECT r.item FROM access_release r
          JOIN access_dooraccess me ON me.person_id = r.reader_id AND me.account_id = reader
               AND me.capacity = 'self' AND me.during @> now()
         WHERE r.kind = 'duty' AND r.withdrawn_at IS NULL AND NOT access_matter_covert(r.item, r.released_at)
    ), episode AS (
        SELECT w.named, w.own, e.id, e.started_on, coalesce(e.ceased_on, 'infinity') AS ends,
               e.legal_status IN ('D1', 'E1') AS authority,
               coalesce(e.reason_new_episode = 'L' OR e.same_home_as_before, false) AS stayed,
               e.placement_type = 'P1' AS with_parent, e.placement_type IN ('A3', 'A4', 'A5', 'A6') AS adopters
          FROM who w JOIN care_episode e ON e.person_id = w.id WHERE e.legal_status NOT IN ('V3', 'V4')
    ), begun AS (
        SELECT *, coalesce(started_on > max(ends) OVER before, true) AS comes_in
          FROM episode WINDOW before AS (PARTITION BY named ORDER BY started_on, ends, id
                                         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    ), counted AS (
        SELECT *, count(*) FILTER (WHERE comes_in) OVER so_far AS run,
               count(*) FILTER (WHERE comes_in OR NOT stayed) OVER so_far AS home
          FROM begun WINDOW so_far AS (PARTITION BY named ORDER BY started_on, ends, id)
    ), care AS (
        SELECT c.named, c.own, c.run, min(c.started_on) AS day, nullif(max(c.ends), 'infinity') AS until,
               (array_agg(c.id ORDER BY c.started_on, c.ends, c.id))[1] AS ref
          FROM counted c GROUP BY c.named, c.own, c.run
        -- From there on other rules hold, and what they are is told in person.
        HAVING NOT bool_or(coalesce(c.adopters, false) OR (NOT c.own AND coalesce(c.authority, false)))
    ), in_care AS (
        SELECT c.* FROM care c JOIN told t ON t.item = c.ref
    ), home AS (
        -- Where they live, and when they were seen, is told to the child alone.
        SELECT c.named, min(c.started_on) AS day, nullif(max(c.ends), 'infinity') AS until,
               (min(c.started_on) + interval '1 year')::date AS year_on, bool_or(c.with_parent) AS with_parent,
               (array_agg(c.id ORDER BY c.started_on, c.ends, c.id))[1] AS ref
          FROM counted c JOIN in_care i ON i.named = c.named AND i.run = c.run WHERE c.own GROUP BY c.named, c.home
    ), asked AS (
        SELECT w.named, r.* FROM who w JOIN help_referral r ON r.person_id = w.id JOIN told t ON t.item = r.id
    ), plan AS (
        SELECT w.named, p.* FROM who w JOIN protection_childprotectionplan p ON p.person_id = w.id
          JOIN told t ON t.item = p.id
    ), seen AS (
        SELECT DISTINCT w.named, v.event_id, v.seen_on
          FROM who w JOIN story_visited v ON v.person_id = w.id AND (v.label & 1) <> 0
          JOIN (SELECT c.named, c.day, c.until FROM in_care c
                UNION ALL SELECT p.named, p.started_on, p.ended_on FROM plan p) told_of
            ON told_of.named = w.named AND v.seen_on BETWEEN told_of.day AND coalesce(told_of.until, 'infinity')
         WHERE w.own AND (v.covert_id IS NULL
               OR NOT EXISTS (SELECT FROM access_notyettold n WHERE n.id = v.covert_id AND n.ended_at IS NULL))
    )
    SELECT 'referral', a.named, a.referred_on, a.closed_on, a.id FROM asked a
    UNION ALL
    SELECT 'referral_no_further_action', a.named, a.referred_on, NULL, a.id FROM asked a WHERE a.no_further_action
    UNION ALL
    SELECT 'assessment_finished', a.named, f.authorised_on, NULL, a.id
      FROM asked a JOIN help_assessment f ON f.referral_id = a.id WHERE f.authorised_on IS NOT NULL
    UNION ALL
    SELECT 'child_protection_plan', p.named, p.started_on, p.ended_on, p.id FROM plan p
    UNION ALL
    SELECT 'child_protection_review', p.named, r.reviewed_on, NULL, p.id
      FROM plan p JOIN protection_protectionplanreview r ON r.plan_id = p.id
    UNION ALL
    SELECT 'looked_after', c.named, c.day, c.until, c.ref FROM in_care c
    UNION ALL
    SELECT 'looked_after_review', c.named, r.reviewed_on, NULL, NULL
      FROM in_care c JOIN who w ON w.named = c.named JOIN care_review r ON r.person_id = w.id
       AND r.reviewed_on BETWEEN c.day AND coalesce(c.until, 'infinity')
    UNION ALL
    SELECT 'placement_first_year', h.named, h.day, least(coalesce(h.until, h.year_on), h.year_on), h.ref
      FROM home h WHERE NOT coalesce(h.with_parent, false)
    UNION ALL
    SELECT 'visit_to_child', s.named, s.seen_on, NULL, s.event_id FROM seen s;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0068_who_was_named")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
