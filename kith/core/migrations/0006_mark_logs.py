"""Mark and guard the logs there are by now; later ones are marked after each migration (kith.core.seal.marks)."""

from django.db import migrations

# What a family account may learn from the view log, and no more: for each worker whose involvement was
# released to it by name, the role of that involvement and the months, ended at least 28 days ago, from the
# first look on. A look too many in between changes nothing, so nothing can be read from one.
LOOKED_AT_MINE = """
CREATE FUNCTION access_looked_at_mine() RETURNS TABLE (person uuid, role text, first_month date, last_month date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    reader uuid := coalesce(kith_on_behalf_of(), kith_actor());
    today date := (now() AT TIME ZONE 'Europe/London')::date;
    closed date := (date_trunc('month', today - 28) - interval '1 month')::date;
    mine uuid[]; self uuid[]; near uuid[];
BEGIN
    SELECT array_agg(d.person_id), array_agg(d.person_id) FILTER (WHERE d.capacity = 'self') INTO mine, self
      FROM access_dooraccess d
     WHERE d.account_id = reader AND d.capacity IN ('self', 'parent', 'carer') AND d.during @> now()
       AND EXISTS (SELECT FROM access_grant g WHERE g.actor = reader AND g.person = d.person_id AND g.level >= 2
                      AND g.during @> now());
    IF mine IS NULL OR self IS NULL THEN RETURN; END IF;
    SELECT array_agg(DISTINCT n.p) INTO near FROM (
        SELECT unnest(mine) AS p
        UNION SELECT r.other_id FROM people_relationship r WHERE r.person_id = ANY (mine)
        UNION SELECT r.person_id FROM people_relationship r WHERE r.other_id = ANY (mine)) n;
    -- Whoever is kept from a protected place in this network, or was ruled out from one, sees none of it.
    IF EXISTS (SELECT FROM people_address a WHERE a.person_id = ANY (near) AND a.protected
                  AND coalesce(upper(a.during) > today, true) AND NOT kith_may_know_where(a.person_id, reader))
       OR EXISTS (SELECT FROM people_contactpoint c WHERE c.person_id = ANY (near) AND c.protected
                  AND coalesce(upper(c.during) > today, true) AND NOT kith_may_know_where(c.person_id, reader))
       OR EXISTS (SELECT FROM people_mayknow k WHERE k.person_id = ANY (near) AND k.other_id = ANY (self)
                  AND NOT k.may AND k.during @> today)
    THEN RETURN; END IF;
    RETURN QUERY
    WITH same AS (SELECT s.person AS mine, s.same FROM kith_same_people(mine) s),
    working AS (
        SELECT s.mine, i.account_id, i.role, i.during, i.id, i.arises_from_id FROM same s
          JOIN access_involvement i ON i.person_id = s.same
        UNION
        SELECT s.mine, i.account_id, i.role, i.during * m.during, i.id, i.arises_from_id FROM same s
          JOIN people_familymember m ON m.person_id = s.same
          JOIN access_involvement i ON i.family_id = m.family_id AND i.during && m.during
    ),
    looked AS (
        SELECT w.mine, w.role::text AS role, upper(w.during) AS ended,
               (SELECT min(l.at) FROM access_look l JOIN same s ON s.mine = w.mine AND l.person = s.same
                 WHERE l.actor = w.account_id AND l.at <@ kith_moments(w.during)) AS first_at
          FROM working w
         WHERE EXISTS (SELECT FROM access_release r WHERE r.item = w.id AND r.kind = 'involvement'
                          AND r.reader_id = ANY (self) AND r.withdrawn_at IS NULL)
           AND (w.arises_from_id IS NULL OR NOT kith_concern_open(w.arises_from_id))
    )
    SELECT k.mine, k.role, date_trunc('month', k.first_at AT TIME ZONE 'Europe/London')::date,
           least(closed, coalesce(date_trunc('month', k.ended - 1)::date, closed))
      FROM looked k WHERE date_trunc('month', k.first_at AT TIME ZONE 'Europe/London')::date <= closed;
END $$;
GRANT SELECT ON access_look, access_release, people_address, people_contactpoint, people_mayknow TO kith_definer;
CREATE POLICY access_look_definer ON access_look FOR SELECT TO kith_definer USING (true);
REVOKE ALL ON FUNCTION access_looked_at_mine() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_looked_at_mine() TO kith_app;
ALTER FUNCTION access_looked_at_mine() OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0005_history_readers"),
        ("access", "0003_policies"),
        ("story", "0002_policies"),
        ("care", "0002_policies"),
        ("help", "0002_policies"),
        ("protection", "0002_policies"),
        ("returns", "0002_policies"),
    ]
    operations = [
        migrations.RunSQL("SELECT core_mark_logs(); SELECT core_guard_history()"),
        migrations.RunSQL(LOOKED_AT_MINE),
    ]
