"""Workers are told of what 0098 took back; rulings from before there was a day to look again get theirs.

- 0098 took back what somebody could read though nobody had said that they were prepared, and told nobody. What it took is
  what its own transaction changed, in nobody's name: the history says so. A worker's own taking back is no news to anybody.
- A ruling that somebody is kept apart is looked at again in 182 days (kith.people.actions.whereabouts), counted from the
  day on which it was decided, or from which it holds. Most of those days are over: then it is due now.
- What somebody changed of how it is safe to reach them waits on nobody who is away: a manager of the worker's team and duty
  see it too. Of somebody with whom no worker works, duty at once.
"""

from django.db import migrations

from kith.core.rls import Policy, Protect, granted

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
RELEASER = f"coalesce((SELECT kith_actor_role()) IN ({RELEASES}), false)"
MINE = granted("access_takenback.person_id")
POLICY = Protect(
    Policy(
        "access_takenback",
        read=f"{RELEASER} AND {MINE}",
        as_other="false",
        write=f"{RELEASER} AND {MINE}",
        insert="false",
        history=False,
        extra=(
            "REVOKE UPDATE ON access_takenback FROM kith_app",
            "GRANT UPDATE (seen_at, seen_by) ON access_takenback TO kith_app",
        ),
    )
)
TAKEN = """
INSERT INTO access_takenback (id, release_id, person_id, taken_at)
SELECT gen_random_uuid(), r.id, r.reader_id, r.withdrawn_at FROM access_release r
 WHERE NOT r.prepared AND EXISTS (SELECT FROM access_releaseevent e WHERE e.pgh_obj_id = r.id AND e.withdrawn_at IS NULL
           AND e.pgh_created_at = r.withdrawn_at AND e.pgh_context IS NULL)
    ON CONFLICT DO NOTHING;
"""
REVIEWED = """
UPDATE people_mayknow SET review_on = greatest(lower(during), (recorded_at AT TIME ZONE 'Europe/London')::date) + 182
 WHERE NOT may AND review_on IS NULL AND (upper(during) IS NULL OR upper(during) > kith_today());
"""
OF_ONE = f"""
-- What was taken back from one person and waits: a release is read by no worker but by such a function.
CREATE FUNCTION access_taken_of(who uuid) RETURNS TABLE (kind text, item uuid, at timestamptz, "by" uuid) {HEAD}
BEGIN
    IF NOT access_opens_for(who) THEN RETURN; END IF;
    RETURN QUERY SELECT r.kind::text, r.item, r.released_at, r.recorded_by FROM access_takenback t
      JOIN kith_same_people(ARRAY[who]) s ON s.same = t.person_id JOIN access_release r ON r.id = t.release_id
     WHERE t.seen_at IS NULL ORDER BY r.released_at DESC, r.id;
END $$;
REVOKE ALL ON FUNCTION access_taken_of(uuid) FROM PUBLIC;
ALTER FUNCTION access_taken_of(uuid) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION access_taken_of(uuid) TO kith_app, kith_worker;
"""
OTHERS = f"""
-- What was said of safe contact and nobody read: of my team to its manager; to duty, and of whom nobody works with too.
CREATE FUNCTION access_said_safe_for_others() RETURNS TABLE
    (kind text, id uuid, person uuid, name text, check_with text, at timestamptz) {HEAD}
DECLARE duty boolean := kith_actor_role() = 'front_door';
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() IS NULL OR kith_actor_role() NOT IN ('front_door', 'manager')
    THEN RETURN; END IF;
    RETURN QUERY SELECT DISTINCT ON (s.person_id) CASE WHEN k.works THEN 'safe' ELSE 'safe_alone' END, s.id,
           CASE WHEN x.ask IS NULL THEN s.person_id END,
           CASE WHEN x.ask IS NULL THEN coalesce(n.given || ' ' || n.family, '') ELSE '' END, coalesce(x.ask, '')::text, s.said_at
      FROM access_safecontact s
      CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM kith_same_people(ARRAY[s.person_id]) p JOIN access_involvement i
            ON (i.person_id = p.same OR i.family_id IN (SELECT m.family_id FROM people_familymember m
                  WHERE m.person_id = p.same AND m.during @> kith_today())) AND i.during @> kith_today()
            JOIN access_account a ON a.id = i.account_id AND a.is_active AND a.role IN ({RELEASES})) AS works) k
      LEFT JOIN LATERAL (SELECT p.given, p.family FROM people_personname p
                          WHERE p.person_id = s.person_id AND p.preferred LIMIT 1) n ON true
      LEFT JOIN LATERAL (SELECT r.check_with AS ask FROM access_restriction r
                          WHERE duty AND r.person_id = s.person_id AND r.during && daterange(kith_today(), NULL)
                          LIMIT 1) x ON true
     WHERE s.seen_at IS NULL AND (duty OR access_of_my_team(s.person_id)) ORDER BY s.person_id, s.said_at LIMIT 50;
END $$;
REVOKE ALL ON FUNCTION access_said_safe_for_others() FROM PUBLIC;
ALTER FUNCTION access_said_safe_for_others() OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION access_said_safe_for_others() TO kith_app, kith_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0113_taken_back"), ("people", "0036_kept_apart_reviewed")]
    operations = [
        POLICY,
        *(migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (TAKEN, REVIEWED, OF_ONE, OTHERS)),
    ]
