"""A line that says where somebody lives is released to nobody who must not learn it, whatever the releaser can see.

The check before a line leaves looks as far as its actor sees what is kept. Here PostgreSQL looks at all of it: on
linked records too; and for who is thought to cause harm, at every address that nobody ruled they may know.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"

SQL = f"""
CREATE OR REPLACE FUNCTION plan_role_of(who uuid) RETURNS text {HEAD}
BEGIN
    RETURN (SELECT a.role FROM access_account a
             WHERE a.id = who AND a.is_active AND access_account_open(a.from_on, a.until_on));
END $$;

CREATE FUNCTION plan_bare(words text) RETURNS text LANGUAGE sql IMMUTABLE
AS $$ SELECT regexp_replace(lower(coalesce(words, '')), '[^[:alnum:]]', '', 'g') $$;

CREATE FUNCTION plan_tells_where(item uuid, reader uuid) RETURNS boolean {HEAD}
DECLARE
    of_plan uuid := (SELECT l.plan FROM plan_line(item) l);
    me uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[reader]) s);
    others uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY(
        SELECT p.person_id FROM plan_planperson p WHERE p.plan_id = of_plan)) s WHERE s.same <> ALL (me));
    harms boolean := EXISTS (SELECT FROM plan_planperson p
                              WHERE p.plan_id = of_plan AND p.part = 'causes_harm' AND p.person_id = ANY (me));
    said text := plan_bare((SELECT string_agg(w.words, ' ') FROM (
        SELECT g.words FROM plan_goal g WHERE g.id = item UNION ALL SELECT t.words FROM plan_step t WHERE t.id = item
        UNION ALL SELECT t.words FROM plan_strength t WHERE t.id = item
        UNION ALL SELECT c.words FROM plan_change c WHERE c.id = item
        UNION ALL SELECT p.words FROM plan_progress p WHERE p.id = plan_tells_where.item) w));
BEGIN
    RETURN EXISTS (
        SELECT FROM (
            SELECT a.person_id, a.protected, plan_bare(a.postcode) AS piece FROM people_address a
             WHERE a.person_id = ANY (others)
            UNION ALL
            SELECT a.person_id, a.protected, plan_bare((regexp_split_to_array(a.lines, E'[\\n,]'))[1])
              FROM people_address a WHERE a.person_id = ANY (others)
            UNION ALL
            SELECT c.person_id, c.protected, plan_bare(c.value) FROM people_contactpoint c
             WHERE c.person_id = ANY (others)) k
         WHERE (k.protected OR harms) AND length(k.piece) >= 5 AND strpos(said, k.piece) > 0
           AND NOT EXISTS (SELECT FROM people_mayknow y WHERE y.person_id = k.person_id AND y.other_id = ANY (me)
                              AND y.may AND y.during @> kith_today())
           -- Whoever lives there too, or uses that number, knows it.
           AND NOT EXISTS (SELECT FROM people_address own WHERE own.person_id = ANY (me) AND own.during @> kith_today()
                              AND strpos(plan_bare(own.lines || own.postcode), k.piece) > 0)
           AND NOT EXISTS (SELECT FROM people_contactpoint own WHERE own.person_id = ANY (me)
                              AND plan_bare(own.value) = k.piece));
END $$;

CREATE OR REPLACE FUNCTION plan_may_release(item uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN plan_may_leave(item) AND NOT plan_tells_where(item, reader) AND EXISTS (
            SELECT FROM access_grant g WHERE g.actor = kith_actor()
               AND g.person = reader AND (g.label_mask & 1) <> 0 AND g.during @> now())
        AND EXISTS (SELECT FROM plan_line(item) l JOIN plan_planperson p ON p.plan_id = l.plan WHERE
            reader = p.person_id
            OR EXISTS (SELECT FROM people_relationship r WHERE r.person_id = reader AND r.other_id = p.person_id)
            OR EXISTS (SELECT FROM people_relationship r WHERE r.other_id = reader AND r.person_id = p.person_id)
            OR EXISTS (SELECT FROM people_familymember m JOIN people_familymember k ON k.family_id = m.family_id
                        WHERE m.person_id = reader AND k.person_id = p.person_id));
END $$;
REVOKE ALL ON FUNCTION plan_bare(text), plan_tells_where(uuid, uuid) FROM PUBLIC;
ALTER FUNCTION plan_bare(text) OWNER TO kith_definer;
ALTER FUNCTION plan_tells_where(uuid, uuid) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("plan", "0002_policies")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
