"""The first load of a record: indexes and keys laid aside while its rows go in, and laid on again before it ends.

Both functions act as the owner of the tables, for the worker's login alone and only in a record that has not
begun. They take no name from their caller: what is laid aside is what the catalogue says of the tables below.
A transaction that has laid aside and not laid on again cannot commit.
"""

from django.db import migrations

TABLES = (
    "people_identifier", "returns_childinreturn", "story_about",
    "care_adoption", "care_careleavercontact", "care_deprivationofliberty", "care_episode", "care_episodeplace",
    "care_healthyear", "care_missingepisode", "care_motherhood", "care_placedforadoption",
    "care_previouspermanence", "care_review", "care_socialworkerepisode", "care_unaccompaniedperiod",
)  # fmt: skip
"""What the first SSDA903 files of a council fill. A census is far smaller, and loads without this."""

NOT_BEGUN = 1_000
"""Most people that a record may know of (its workers, say) and count as not begun."""

MADE = f"""
CREATE TABLE returns_laidaside (
    place integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, statement text NOT NULL);
REVOKE ALL ON returns_laidaside FROM PUBLIC, kith_app, kith_worker;

CREATE FUNCTION returns_all_laid_on() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM returns_laidaside) THEN
        RAISE EXCEPTION 'Indexes and keys that were laid aside for a load were not laid on again.';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER kith_all_laid_on AFTER INSERT ON returns_laidaside
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION returns_all_laid_on();

CREATE FUNCTION returns_lay_aside() RETURNS boolean LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    listed text[] := '{{{",".join(TABLES)}}}';
    held record; name text; anybody boolean;
BEGIN
    -- Nobody waits for this: where somebody is at work in these tables the load goes in as every other does.
    BEGIN
        LOCK TABLE people_person, story_event IN ACCESS EXCLUSIVE MODE NOWAIT;
        FOREACH name IN ARRAY listed LOOP
            EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE NOWAIT', name);
        END LOOP;
    EXCEPTION WHEN lock_not_available THEN RETURN false;
    END;
    PERFORM set_config('kith.migrating', 'on', true); -- row level security would show the owner empty tables
    anybody := (SELECT count(*) FROM (SELECT 1 FROM people_person LIMIT {NOT_BEGUN + 1}) x) > {NOT_BEGUN};
    FOREACH name IN ARRAY listed LOOP
        CONTINUE WHEN anybody OR name !~ '^care_';
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I)', name) INTO anybody;
    END LOOP;
    PERFORM set_config('kith.migrating', '', true);
    IF anybody THEN RETURN false; END IF;
    -- Foreign keys first, unless they lead to a table that is not locked here.
    FOR held IN SELECT c.conrelid::regclass AS tab, c.conname, pg_get_constraintdef(c.oid) AS said
                  FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid = ANY (listed::regclass[])
                   AND c.confrelid = ANY (listed::regclass[] || ARRAY['people_person', 'story_event']::regclass[])
                 ORDER BY c.conrelid::regclass::text, c.conname
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', held.tab, held.conname);
        INSERT INTO returns_laidaside (statement)
        VALUES (format('ALTER TABLE %s ADD CONSTRAINT %I %s', held.tab, held.conname, held.said));
    END LOOP;
    -- Then what is unique or excluded, unless some other table still points at it.
    FOR held IN SELECT c.conrelid::regclass AS tab, c.conname, pg_get_constraintdef(c.oid) AS said
                  FROM pg_constraint c WHERE c.contype IN ('p', 'u', 'x') AND c.conrelid = ANY (listed::regclass[])
                   AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = c.conindid)
                 ORDER BY c.conrelid::regclass::text, c.conname
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', held.tab, held.conname);
        INSERT INTO returns_laidaside (statement)
        VALUES (format('ALTER TABLE %s ADD CONSTRAINT %I %s', held.tab, held.conname, held.said));
    END LOOP;
    FOR held IN SELECT i.indexrelid::regclass AS name, pg_get_indexdef(i.indexrelid) AS said
                  FROM pg_index i WHERE i.indrelid = ANY (listed::regclass[])
                   AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
                 ORDER BY i.indexrelid::regclass::text
    LOOP
        EXECUTE format('DROP INDEX %s', held.name);
        INSERT INTO returns_laidaside (statement) VALUES (held.said);
    END LOOP;
    RETURN true;
END $$;

-- The last laid aside is the first laid on: what a key leads to is there before the key. Each is checked whole.
CREATE FUNCTION returns_lay_on() RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp
SET maintenance_work_mem = '256MB' AS $$
DECLARE held record;
BEGIN
    PERFORM set_config('kith.migrating', 'on', true); -- no policy may hide a row from a key's check
    FOR held IN SELECT statement FROM returns_laidaside ORDER BY place DESC LOOP
        EXECUTE held.statement;
    END LOOP;
    PERFORM set_config('kith.migrating', '', true);
    DELETE FROM returns_laidaside;
END $$;

REVOKE ALL ON FUNCTION returns_lay_aside(), returns_lay_on(), returns_all_laid_on() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION returns_lay_aside(), returns_lay_on() TO kith_worker;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("returns", "0002_policies"),
        ("care", "0002_policies"),
        ("people", "0005_possible_duplicates"),
        ("story", "0005_words"),
    ]
    operations = [migrations.RunSQL(MADE, reverse_sql=migrations.RunSQL.noop)]
