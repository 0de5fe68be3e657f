"""The labels that a row has borne are told of rows about somebody whose record is open; of all others, none.

The policies of history ask for them, and so may anybody: a family account learned so that another's address is kept
safe, or that an event it was never told of is there.
"""

from django.db import migrations

FUNCTION = """
CREATE OR REPLACE FUNCTION core_labels_borne(live text, obj uuid) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE borne integer; about uuid[]; expression text; persons text; history text := live || 'event'; columns text[];
BEGIN
    SELECT array_agg(attname::text) INTO columns FROM pg_attribute
     WHERE attrelid = to_regclass(quote_ident(live)) AND attnum > 0 AND NOT attisdropped;
    expression := CASE WHEN 'label' = ANY (columns) THEN 'label'
                       WHEN 'protected' = ANY (columns) THEN 'CASE WHEN protected THEN 8 ELSE 1 END' END;
    -- As core_guard_history says whom a row is about, and of every version: its person or event may have been another.
    persons := CASE
        WHEN live = 'story_event' THEN 'SELECT a.person_id FROM story_about a WHERE a.event_id = $1'
        WHEN 'event_id' = ANY (columns) THEN 'SELECT a.person_id FROM story_about a WHERE a.event_id IN'
            ' (SELECT event_id FROM %1$I WHERE id = $1 UNION SELECT event_id FROM %2$I WHERE pgh_obj_id = $1)'
        WHEN 'person_id' = ANY (columns) THEN 'SELECT person_id FROM %1$I WHERE id = $1'
            ' UNION SELECT person_id FROM %2$I WHERE pgh_obj_id = $1' END;
    IF expression IS NULL OR persons IS NULL OR to_regclass(quote_ident(history)) IS NULL THEN
        RAISE EXCEPTION 'no such labelled history' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    EXECUTE format('SELECT ARRAY(' || persons || ')', live, history) INTO about USING obj;
    EXECUTE format('SELECT coalesce(bit_or(l), 0) FROM (SELECT %1$s AS l FROM %2$I WHERE id = $1'
                   ' UNION ALL SELECT %1$s FROM %3$I WHERE pgh_obj_id = $1) x', expression, live, history)
       INTO borne USING obj;
    -- Behind the family door no history is read, so that there is nothing to ask for.
    IF coalesce(kith_actor_role() IN ('parent', 'young_person', 'carer'), true) OR NOT EXISTS (
        SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = ANY (about) AND g.level >= 2
           AND g.during @> now())
    THEN
        RETURN 0;
    END IF;
    RETURN borne;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0031_today"), ("access", "0003_policies")]
    operations = [migrations.RunSQL(FUNCTION, reverse_sql=migrations.RunSQL.noop)]
