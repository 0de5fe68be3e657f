"""What the auditor reads each week, and what a manager reads of one opening: looks, never a name of anybody looked at."""

from django.db import migrations

OWN_HOME = """
ALTER TABLE access_accounthome ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_accounthome FORCE ROW LEVEL SECURITY;
REVOKE ALL ON access_accounthome FROM kith_app, kith_worker;
GRANT SELECT, INSERT, UPDATE ON access_accounthome TO kith_definer;
CREATE POLICY access_accounthome_definer ON access_accounthome TO kith_definer USING (true) WITH CHECK (true);
CREATE POLICY access_accounthome_migrating ON access_accounthome TO kith_owner
    USING (current_setting('kith.migrating', true) = 'on') WITH CHECK (current_setting('kith.migrating', true) = 'on');

-- Written by an administrator, read by nobody: an empty postcode forgets it.
CREATE FUNCTION access_keep_home(of_account uuid, code text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_actor_role() IS DISTINCT FROM 'admin' THEN RETURN false; END IF;
    INSERT INTO access_accounthome (account_id, postcode) VALUES (of_account, code)
    ON CONFLICT (account_id) DO UPDATE SET postcode = excluded.postcode;
    RETURN true;
END $$;
CREATE FUNCTION access_home_kept(of_account uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT kith_actor_role() = 'admin'
       AND EXISTS (SELECT 1 FROM access_accounthome h WHERE h.account_id = of_account AND h.postcode <> '')
$$;
"""

LOOKS = """
-- One line for each worker and record: looks of the span that an auditor should ask about. Family accounts are not here.
CREATE FUNCTION access_odd_looks(since timestamptz, before timestamptz) RETURNS TABLE (actor uuid, name text, role text,
    person uuid, looks integer, first_at timestamptz, last_at timestamptz, pages text[], reason_kind text, reason text,
    own_street boolean, same_surname boolean, no_allocation boolean, after_closure boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH seen AS (
        SELECT l.actor, l.person, (l.at AT TIME ZONE 'Europe/London')::date AS day, count(*) AS looks, min(l.at) AS first_at,
               max(l.at) AS last_at, array_agg(DISTINCT l.page::text) AS pages
          FROM access_look l WHERE l.at >= since AND l.at < before
           AND kith_actor_role() = 'auditor' AND kith_on_behalf_of() IS NULL
         GROUP BY 1, 2, 3
    ),
    same AS (SELECT * FROM kith_same_people(ARRAY(SELECT DISTINCT s.person FROM seen s))),
    known AS (
        SELECT s.person, i.account_id, i.during FROM same s JOIN access_involvement i ON i.person_id = s.same
        UNION ALL
        SELECT s.person, i.account_id, i.during * m.during FROM same s JOIN people_familymember m ON m.person_id = s.same
          JOIN access_involvement i ON i.family_id = m.family_id AND i.during && m.during
    ),
    marked AS (
        SELECT s.*, a.display_name, a.role AS held,
            EXISTS (SELECT FROM access_accounthome h JOIN same x ON x.person = s.person
                      JOIN people_address d ON d.person_id = x.same AND d.during @> s.day
                     WHERE h.account_id = s.actor AND h.postcode <> ''
                       AND h.postcode = upper(regexp_replace(d.postcode, '[^A-Za-z0-9]', '', 'g'))) AS own_street,
            EXISTS (SELECT FROM same x JOIN people_personname n ON n.person_id = x.same WHERE x.person = s.person
                       AND n.family <> '' AND lower(n.family) = lower(regexp_replace(a.display_name, '^.* ', ''))) AS same_surname,
            NOT EXISTS (SELECT FROM known w JOIN access_account c ON c.id = w.account_id WHERE w.person = s.person
                AND w.during @> s.day AND (w.account_id = s.actor OR (a.role = 'manager' AND c.team_id = a.team_id))) AS no_allocation,
            EXISTS (SELECT FROM known w WHERE w.person = s.person AND upper(w.during) <= s.day)
                AND NOT EXISTS (SELECT FROM known w WHERE w.person = s.person AND w.during @> s.day) AS after_closure
          FROM seen s JOIN access_account a ON a.id = s.actor WHERE a.role NOT IN ('parent', 'young_person', 'carer')
    )
    SELECT m.actor, max(m.display_name)::text, max(m.held)::text, m.person, sum(m.looks)::integer, min(m.first_at),
           max(m.last_at), (SELECT array_agg(DISTINCT p ORDER BY p) FROM marked o, unnest(o.pages) p
                             WHERE o.actor = m.actor AND o.person = m.person),
           max(r.kind)::text, max(r.text)::text, bool_or(m.own_street), bool_or(m.same_surname), bool_or(m.no_allocation),
           bool_or(m.after_closure)
      FROM marked m LEFT JOIN LATERAL (
        SELECT g.kind, g.text FROM access_reason g JOIN same x ON x.person = m.person AND g.person_id = x.same
         WHERE g.account_id = m.actor AND g.during && tstzrange(m.first_at, m.last_at, '[]')
         ORDER BY g.recorded_at DESC LIMIT 1) r ON m.no_allocation
     WHERE m.own_street OR m.same_surname OR m.no_allocation OR m.after_closure
     GROUP BY m.actor, m.person
     ORDER BY bool_or(m.own_street)::int + bool_or(m.same_surname)::int + bool_or(m.no_allocation)::int
              + bool_or(m.after_closure)::int DESC, max(m.last_at) DESC
$$;

-- What was looked at under one reason: for the manager of the worker's team, and for the director of a manager's own.
CREATE FUNCTION access_looks_under(asked uuid) RETURNS TABLE (page text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.page::text, l.at FROM access_reason r JOIN access_account a ON a.id = r.account_id
      JOIN access_look l ON l.actor = r.account_id AND l.at <@ r.during
       AND l.person IN (SELECT s.same FROM kith_same_people(ARRAY[r.person_id]) s)
     WHERE r.id = asked AND a.id <> kith_actor() AND kith_on_behalf_of() IS NULL
       AND ((kith_actor_role() = 'manager' AND a.team_id = kith_actor_team())
            OR (kith_actor_role() = 'director' AND a.role = 'manager'))
     ORDER BY l.at
$$;

GRANT SELECT ON people_personname, people_address, access_look TO kith_definer;
DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['access_keep_home(uuid, text)', 'access_home_kept(uuid)',
        'access_odd_looks(timestamptz, timestamptz)', 'access_looks_under(uuid)']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO kith_app', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
END $$;
"""


# A manager's own openings have nobody above them in the team: the director sees those.
DIRECTOR = """
CREATE POLICY access_reason_director ON access_reason FOR SELECT TO kith_app USING (
    (SELECT kith_actor_role()) = 'director' AND account_id IN (SELECT ka.id FROM access_account ka WHERE ka.role = 'manager'));
CREATE POLICY access_reason_director_seen ON access_reason FOR UPDATE TO kith_app
    USING ((SELECT kith_actor_role()) = 'director' AND account_id IN (SELECT ka.id FROM access_account ka WHERE ka.role = 'manager'))
    WITH CHECK ((SELECT kith_actor_role()) = 'director'
        AND account_id IN (SELECT ka.id FROM access_account ka WHERE ka.role = 'manager'));
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0032_handed"), ("core", "0006_mark_logs")]
    operations = [migrations.RunSQL(OWN_HOME), migrations.RunSQL(LOOKS), migrations.RunSQL(DIRECTOR)]
