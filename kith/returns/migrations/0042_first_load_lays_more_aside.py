"""The first load lays aside more: of people and events, which others point at, all but their primary keys.

Each person and event went into up to five more indexes one by one, and each event into two lists of keys to check
at the commit. Where nothing is laid aside after all, the locks that were taken to find that out are let go at once.
"""

from django.db import migrations

MADE = """
ALTER FUNCTION returns_lay_aside() RENAME TO returns_lay_aside_facts;
REVOKE ALL ON FUNCTION returns_lay_aside_facts() FROM PUBLIC, kith_worker;

CREATE FUNCTION returns_lay_aside() RETURNS boolean LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    pointed_at regclass[] := '{people_person,story_event}';
    held record;
BEGIN
    BEGIN
        LOCK TABLE access_notyettold IN ACCESS EXCLUSIVE MODE NOWAIT; -- a key of events leads there
        IF NOT returns_lay_aside_facts() THEN -- else it has locked everything else
            RAISE EXCEPTION 'This load goes in as every other does.' USING ERRCODE = 'lock_not_available';
        END IF;
    EXCEPTION WHEN lock_not_available THEN RETURN false; -- and gives back every lock taken in this block
    END;
    FOR held IN SELECT c.conrelid::regclass AS tab, c.conname, pg_get_constraintdef(c.oid) AS said
                  FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid = ANY (pointed_at)
                   AND c.confrelid = ANY (pointed_at || 'access_notyettold'::regclass) ORDER BY c.conname
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
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION returns_lay_aside() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION returns_lay_aside() TO kith_worker;
"""
UNMADE = """
DROP FUNCTION returns_lay_aside();
ALTER FUNCTION returns_lay_aside_facts() RENAME TO returns_lay_aside;
GRANT EXECUTE ON FUNCTION returns_lay_aside() TO kith_worker;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("returns", "0041_what_a_change_may_spoil"),
        ("access", "0052_writes_by_role"),
        ("story", "0005_words"),
    ]
    operations = [migrations.RunSQL(MADE, UNMADE)]
