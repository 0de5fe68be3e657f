"""Grants: derived from involvements, reasons and door accounts by triggers, and by nothing else.

`access_regrant(persons)` works a person's grants out afresh. It is called by statement triggers on
every table that a grant rests on, and in slices when many people are loaded at once.
"""

from django.db import migrations

HELPERS = """
CREATE FUNCTION kith_actor_role() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT role FROM access_account WHERE id = kith_actor() AND is_active $$;

CREATE FUNCTION kith_actor_team() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT team_id FROM access_account WHERE id = kith_actor() AND is_active $$;

-- Every record of the same human being: linked, never moved.
CREATE FUNCTION kith_same_people(persons uuid[]) RETURNS TABLE (person uuid, same uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH root AS (
        SELECT p AS person, coalesce((SELECT i.canonical_id FROM people_personidentity i
                                       WHERE i.person_id = p AND i.during @> now()), p) AS canonical
          FROM unnest(persons) AS p
    )
    SELECT person, canonical FROM root
    UNION SELECT person, person FROM root
    UNION SELECT root.person, i.person_id FROM root JOIN people_personidentity i
          ON i.canonical_id = root.canonical AND i.during @> now()
$$;
"""

REGRANT = """
CREATE FUNCTION access_regrant(persons uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE subjects uuid[]; around uuid[];
BEGIN
    SELECT array_agg(DISTINCT s.same) INTO subjects FROM kith_same_people(persons) s;
    IF subjects IS NULL THEN RETURN; END IF;
    SELECT array_agg(DISTINCT n.p) INTO around FROM (
        SELECT r.person_id AS p FROM people_relationship r WHERE r.other_id = ANY (subjects)
        UNION SELECT r.other_id FROM people_relationship r WHERE r.person_id = ANY (subjects)
        UNION SELECT unnest(subjects)) n;
    DELETE FROM access_grant WHERE person = ANY (subjects);
    WITH same AS (SELECT * FROM kith_same_people(around)),
    told AS (
        SELECT i.account_id, s.person, i.label_mask, kith_moments(i.during) AS during, 'involvement' AS came_from
          FROM same s JOIN access_involvement i ON i.person_id = s.same
        UNION ALL
        SELECT i.account_id, s.person, i.label_mask, kith_moments(i.during * m.during), 'involvement'
          FROM same s JOIN people_familymember m ON m.person_id = s.same
          JOIN access_involvement i ON i.family_id = m.family_id AND i.during && m.during
        UNION ALL
        SELECT r.account_id, s.person, r.label_mask, r.during, 'reason'
          FROM same s JOIN access_reason r ON r.person_id = s.same AND upper(r.during) > now()
    ),
    with_teams AS (
        SELECT a.id AS actor, t.person, t.label_mask, t.came_from,
               t.during * kith_moments(daterange(a.from_on, a.until_on, '[]')) AS during
          FROM told t JOIN access_account a ON a.id = t.account_id AND a.is_active
        UNION ALL
        SELECT m.id, t.person, t.label_mask, 'team',
               t.during * kith_moments(daterange(m.from_on, m.until_on, '[]'))
          FROM told t JOIN access_account a ON a.id = t.account_id
          JOIN access_account m ON m.team_id = a.team_id AND m.role = 'manager' AND m.is_active AND m.id <> a.id
         WHERE t.came_from = 'involvement'
    ),
    -- The stricter visibility of linked records holds: one restriction bars all but those it names.
    opened AS (
        SELECT w.* FROM with_teams w
         -- What has ended opens nothing, so it is not kept: the table holds who may open whom now or later.
         WHERE NOT isempty(w.during) AND coalesce(upper(w.during) > now(), true) AND NOT EXISTS (
            SELECT 1 FROM same s JOIN access_restriction x ON x.person_id = s.same AND x.during @> current_date
             WHERE s.person = w.person AND NOT EXISTS (
                SELECT 1 FROM access_restrictionallows al WHERE al.restriction_id = x.id AND al.account_id = w.actor))
    ),
    network AS (
        SELECT o.actor, r.near AS person, o.label_mask, o.during
          FROM (SELECT person_id AS far, other_id AS near FROM people_relationship WHERE other_id = ANY (subjects)
                UNION SELECT other_id, person_id FROM people_relationship WHERE person_id = ANY (subjects)) r
          JOIN opened o ON o.person = r.far
         WHERE NOT EXISTS (SELECT 1 FROM access_restriction x WHERE x.person_id = r.near AND x.during @> current_date)
    ),
    door AS (
        SELECT d.account_id AS actor, d.person_id AS person, d.during
          FROM access_dooraccess d JOIN access_account a ON a.id = d.account_id AND a.is_active
         WHERE d.person_id = ANY (subjects) AND coalesce(upper(d.during) > now(), true) AND NOT EXISTS (
            SELECT 1 FROM access_restriction x WHERE x.person_id = d.person_id AND x.kind <> 'restricted'
               AND x.during @> current_date)
    )
    INSERT INTO access_grant (actor, person, level, label_mask, during, came_from)
    SELECT actor, person, 2, bit_or(label_mask), during, came_from FROM opened WHERE person = ANY (subjects)
     GROUP BY actor, person, during, came_from
    UNION ALL
    SELECT actor, person, 1, bit_or(label_mask), range_merge(range_agg(during)), 'network' FROM network
     GROUP BY actor, person
    UNION ALL
    SELECT actor, person, 2, 4096, during, 'door' FROM door;
END $$;
"""

TRIGGERS = """
CREATE FUNCTION access_regrant_around(persons uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE affected uuid[];
BEGIN
    -- A bulk load works all grants out at its end; only the worker's login may ask for that.
    IF current_setting('kith.bulk', true) = 'on' AND session_user = 'kith_worker' THEN RETURN; END IF;
    SELECT array_agg(DISTINCT p) INTO affected FROM (
        SELECT unnest(persons) AS p
        UNION SELECT r.other_id FROM people_relationship r WHERE r.person_id = ANY (persons)
        UNION SELECT r.person_id FROM people_relationship r WHERE r.other_id = ANY (persons)) x WHERE p IS NOT NULL;
    IF affected IS NOT NULL THEN PERFORM access_regrant(affected); END IF;
END $$;

CREATE FUNCTION access_regrant_trigger() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE affected uuid[];
BEGIN
    EXECUTE format('SELECT array_agg(DISTINCT p) FROM (%s) x', TG_ARGV[0]) INTO affected;
    IF affected IS NOT NULL THEN PERFORM access_regrant_around(affected); END IF;
    RETURN NULL;
END $$;
"""

# Table, and SQL over `changed` (the new or old rows) that gives the people whose grants may change.
FED_BY = {
    "access_involvement": "SELECT person_id AS p FROM changed UNION SELECT m.person_id FROM changed"
    " JOIN people_familymember m ON m.family_id = changed.family_id",
    "access_reason": "SELECT person_id AS p FROM changed",
    "access_dooraccess": "SELECT person_id AS p FROM changed",
    "access_restriction": "SELECT person_id AS p FROM changed",
    "access_restrictionallows": "SELECT x.person_id AS p FROM changed JOIN access_restriction x"
    " ON x.id = changed.restriction_id",
    "people_familymember": "SELECT person_id AS p FROM changed",
    "people_relationship": "SELECT person_id AS p FROM changed UNION SELECT other_id FROM changed",
    "people_personidentity": "SELECT person_id AS p FROM changed UNION SELECT canonical_id FROM changed",
}


def triggers() -> str:
    made = []
    for table, people in FED_BY.items():
        for event, rows in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
            made.append(
                f"CREATE TRIGGER kith_regrant_{event.lower()}_{rows.lower()} AFTER {event} ON {table}"
                f" REFERENCING {rows} TABLE AS changed FOR EACH STATEMENT"
                f" EXECUTE FUNCTION access_regrant_trigger('{people.replace(chr(39), chr(39) * 2)}');"
            )
    return "\n".join(made)


# An account's own row changes at each sign-in, so this one looks at the columns that matter.
ACCOUNTS = """
CREATE FUNCTION access_account_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE affected uuid[]; teams uuid[] := ARRAY[NEW.team_id];
BEGIN
    IF TG_OP = 'UPDATE' THEN teams := teams || OLD.team_id; END IF;
    SELECT array_agg(DISTINCT p) INTO affected FROM (
        SELECT coalesce(i.person_id, m.person_id) AS p FROM access_account a
          JOIN access_involvement i ON i.account_id = a.id
          LEFT JOIN people_familymember m ON m.family_id = i.family_id
         WHERE a.id = NEW.id OR a.team_id = ANY (teams)
        UNION SELECT d.person_id FROM access_dooraccess d WHERE d.account_id = NEW.id) x WHERE p IS NOT NULL;
    IF affected IS NOT NULL THEN PERFORM access_regrant_around(affected); END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER kith_regrant_account_made AFTER INSERT ON access_account FOR EACH ROW
    EXECUTE FUNCTION access_account_changed();
CREATE TRIGGER kith_regrant_account AFTER UPDATE ON access_account FOR EACH ROW
    WHEN (OLD.role IS DISTINCT FROM NEW.role OR OLD.team_id IS DISTINCT FROM NEW.team_id
          OR OLD.is_active IS DISTINCT FROM NEW.is_active OR OLD.from_on IS DISTINCT FROM NEW.from_on
          OR OLD.until_on IS DISTINCT FROM NEW.until_on)
    EXECUTE FUNCTION access_account_changed();
"""

OWNERS = """
GRANT SELECT ON people_personidentity, people_relationship, people_familymember, access_account, access_involvement,
    access_reason, access_dooraccess, access_restriction, access_restrictionallows TO kith_definer;
GRANT SELECT, INSERT, DELETE ON access_grant TO kith_definer;
GRANT USAGE, SELECT ON SEQUENCE access_grant_id_seq TO kith_definer;
DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['kith_actor_role()', 'kith_actor_team()', 'kith_same_people(uuid[])',
                             'access_regrant(uuid[])', 'access_regrant_around(uuid[])', 'access_regrant_trigger()', 'access_account_changed()']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO kith_app, kith_worker', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
    REVOKE EXECUTE ON FUNCTION access_regrant(uuid[]), access_regrant_around(uuid[]), kith_same_people(uuid[])
        FROM kith_app;
    GRANT EXECUTE ON FUNCTION kith_actor(), kith_on_behalf_of(), kith_channel(), kith_moments(daterange)
        TO kith_app, kith_worker, kith_definer, kith_audit;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("people", "0001_initial"), ("core", "0002_actor_functions")]
    operations = [
        migrations.RunSQL(HELPERS),
        migrations.RunSQL(REGRANT),
        migrations.RunSQL(TRIGGERS),
        migrations.RunSQL(triggers()),
        migrations.RunSQL(ACCOUNTS),
        migrations.RunSQL(OWNERS),
    ]
