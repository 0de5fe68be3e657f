"""What the council must do, told by name: who may release a matter, and the facts that the family's door then reads.

A matter is what starts a duty: a referral, a protection plan, a time in care. Its row's id is the item released.
The facts come from a function of the definer's that gives the kinds named `told` in kith/law/data/fact_kinds.toml and
no others, so that nothing of an enquiry, a letter or a court reaches a family's transaction at all. Why each kind may
be read stands in docs/adr/0120.
"""

from django.db import migrations

RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"

MATTERS = """
-- Whose matter this is and on which day it began; no row where the item is none.
CREATE FUNCTION access_matter(item uuid) RETURNS TABLE (subject uuid, began date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT r.person_id, r.referred_on FROM help_referral r WHERE r.id = item
        UNION ALL SELECT p.person_id, p.started_on FROM protection_childprotectionplan p WHERE p.id = item
        UNION ALL SELECT e.person_id, e.started_on FROM care_episode e WHERE e.id = item;
END $$;

-- Is it open to the actor, and about whom? Nothing where it is not.
CREATE FUNCTION access_matter_open(item uuid) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_on_behalf_of() IS NOT NULL THEN RETURN NULL; END IF;
    RETURN (SELECT m.subject FROM access_matter(item) m WHERE EXISTS (
        SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = m.subject AND g.level >= 2
           AND (g.label_mask & 1) <> 0 AND g.during @> now()));
END $$;

-- Might it come from something not yet told? A concern that is open, of before the matter began.
CREATE FUNCTION access_matter_covert(item uuid, told_at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM access_matter(item) m JOIN access_notyettold n
                      ON n.persons && ARRAY(SELECT s.same FROM kith_same_people(ARRAY[m.subject]) s)
                   WHERE n.ended_at IS NULL AND n.recorded_at <= told_at
                     AND m.began >= (n.since AT TIME ZONE 'Europe/London')::date);
END $$;

CREATE FUNCTION access_may_tell(item uuid, reader uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE subject uuid := access_matter_open(item); same uuid[];
BEGIN
    IF subject IS NULL OR access_matter_covert(item, now()) THEN RETURN false; END IF;
    same := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[subject]) s);
    RETURN EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = reader
                      AND (g.label_mask & 1) <> 0 AND g.during @> now())
       AND (reader = ANY (same)
            OR EXISTS (SELECT FROM people_relationship r WHERE r.person_id = reader AND r.other_id = ANY (same))
            OR EXISTS (SELECT FROM people_relationship r WHERE r.other_id = reader AND r.person_id = ANY (same))
            OR EXISTS (SELECT FROM people_familymember m JOIN people_familymember k ON k.family_id = m.family_id
                        WHERE m.person_id = reader AND k.person_id = ANY (same)));
END $$;
"""

FACTS = """
CREATE FUNCTION access_told_facts() RETURNS TABLE (kind text, person uuid, day date, until date, ref uuid)
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
               e.legal_status IN ('D1', 'E1') AS authority, e.placement_type IN ('A3', 'A4', 'A5', 'A6') AS adopters
          FROM who w JOIN care_episode e ON e.person_id = w.id WHERE e.legal_status NOT IN ('V3', 'V4')
    ), begun AS (
        SELECT *, coalesce(started_on > max(ends) OVER before, true) AS comes_in
          FROM episode WINDOW before AS (PARTITION BY named ORDER BY started_on, ends, id
                                         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    ), counted AS (
        SELECT *, count(*) FILTER (WHERE comes_in) OVER
               (PARTITION BY named ORDER BY started_on, ends, id) AS run FROM begun
    ), care AS (
        SELECT c.named, min(c.started_on) AS day, nullif(max(c.ends), 'infinity') AS until,
               (array_agg(c.id ORDER BY c.started_on, c.ends, c.id))[1] AS ref
          FROM counted c GROUP BY c.named, c.own, c.run
        -- From there on other rules hold, and what they are is told in person.
        HAVING NOT bool_or(coalesce(c.adopters, false) OR (NOT c.own AND coalesce(c.authority, false)))
    ), in_care AS (
        SELECT c.* FROM care c JOIN told t ON t.item = c.ref
    ), asked AS (
        SELECT w.named, r.* FROM who w JOIN help_referral r ON r.person_id = w.id JOIN told t ON t.item = r.id
    ), plan AS (
        SELECT w.named, p.* FROM who w JOIN protection_childprotectionplan p ON p.person_id = w.id
          JOIN told t ON t.item = p.id
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
       AND r.reviewed_on BETWEEN c.day AND coalesce(c.until, 'infinity');
END $$;
"""

OWNERS = """
REVOKE ALL ON FUNCTION access_matter(uuid), access_matter_open(uuid), access_matter_covert(uuid, timestamptz),
    access_may_tell(uuid, uuid), access_told_facts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_matter_open(uuid), access_may_tell(uuid, uuid), access_told_facts() TO kith_app;
ALTER FUNCTION access_matter(uuid) OWNER TO kith_definer;
ALTER FUNCTION access_matter_open(uuid) OWNER TO kith_definer;
ALTER FUNCTION access_matter_covert(uuid, timestamptz) OWNER TO kith_definer;
ALTER FUNCTION access_may_tell(uuid, uuid) OWNER TO kith_definer;
ALTER FUNCTION access_told_facts() OWNER TO kith_definer;
"""

POLICIES = f"""
CREATE POLICY access_release_insert_duty ON access_release FOR INSERT TO kith_app
    WITH CHECK (kind = 'duty' AND (SELECT kith_actor_role()) IN ({RELEASES})
                AND recorded_by = (SELECT kith_actor()) AND withdrawn_at IS NULL AND access_may_tell(item, reader_id));
CREATE POLICY access_release_update_duty ON access_release FOR UPDATE TO kith_app
    USING (kind = 'duty' AND (SELECT kith_actor_role()) IN ({RELEASES}) AND access_matter_open(item) IS NOT NULL)
    WITH CHECK (withdrawn_at IS NOT NULL);
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0036_roles_take_two")]
    operations = [migrations.RunSQL(sql) for sql in (MATTERS, FACTS, OWNERS, POLICIES)]
