"""The first load lays aside the key of nights to the home they follow from, and works out at its end who shares a home.

Kept, that key left a check for each row to the commit, and no index is made while one waits.
"""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("kith.returns.migrations.0042_first_load_lays_more_aside").MADE
MADE = """
CREATE OR REPLACE FUNCTION returns_lay_aside() RETURNS boolean LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    pointed_at regclass[] := '{people_person,story_event}';
    held record;
BEGIN
    BEGIN
        LOCK TABLE access_notyettold, care_stay IN ACCESS EXCLUSIVE MODE NOWAIT; -- keys of events and of nights lead there
        IF NOT returns_lay_aside_facts() THEN -- else it has locked everything else
            RAISE EXCEPTION 'This load goes in as every other does.' USING ERRCODE = 'lock_not_available';
        END IF;
    EXCEPTION WHEN lock_not_available THEN RETURN false; -- and gives back every lock taken in this block
    END;
    FOR held IN SELECT c.conrelid::regclass AS tab, c.conname, pg_get_constraintdef(c.oid) AS said
                  FROM pg_constraint c WHERE c.contype = 'f' AND (c.conrelid = ANY (pointed_at)
                   AND c.confrelid = ANY (pointed_at || 'access_notyettold'::regclass)
                    OR c.conrelid = 'care_episode'::regclass AND c.confrelid = 'care_stay'::regclass) ORDER BY c.conname
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', held.tab, held.conname);
        INSERT INTO returns_laidaside (statement)
        VALUES (format('ALTER TABLE %s ADD CONSTRAINT %I %s', held.tab, held.conname, held.said));
    END LOOP;
    FOR held IN SELECT i.indexrelid::regclass AS name, pg_get_indexdef(i.indexrelid) AS said
                  FROM pg_index i WHERE i.indrelid = ANY (pointed_at)
                   AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
                 ORDER BY i.indexrelid::regclass::text
    LOOP
        EXECUTE format('DROP INDEX %s', held.name);
        INSERT INTO returns_laidaside (statement) VALUES (held.said);
    END LOOP;
    -- Who of brothers and sisters shares a home is worked out once, after the rows and with the indexes.
    PERFORM set_config('kith.nights_later', 'on', true);
    RETURN true;
END $$;

CREATE OR REPLACE FUNCTION returns_lay_on() RETURNS void LANGUAGE plpgsql
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
    PERFORM set_config('kith.nights_later', '', true);
    PERFORM bonds_work_out_all();
END $$;
"""
UNMADE = BEFORE[BEFORE.index("CREATE FUNCTION returns_lay_aside()") :].replace(
    "CREATE F", "CREATE OR REPLACE F", 1
)


class Migration(migrations.Migration):
    dependencies = [
        ("returns", "0042_first_load_lays_more_aside"),
        ("care", "0029_nights_derived"),
        ("bonds", "0002_nights"),
    ]
    operations = [migrations.RunSQL(MADE, UNMADE)]
