"""Who may read history: never by the family door, and a row keeps the strictest label that it ever bore.

A version's own label guards it already (the policy of a history table reads the version's columns). That
leaves two gaps, closed here by restrictive policies: a version that was laxer than what the row bore
before or since, and a version older than the one that was released to a family.
"""

from django.db import migrations

FUNCTIONS = """
-- Every label that a row has borne, in any version and now, as one number. Only names of tables that
-- bear labels and keep history are taken, and no SQL: whoever may call it may call it with anything.
CREATE FUNCTION core_labels_borne(live text, obj uuid) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE borne integer; expression text; history text := live || 'event';
BEGIN
    SELECT CASE WHEN bool_or(attname = 'label') THEN 'label'
                WHEN bool_or(attname = 'protected') THEN 'CASE WHEN protected THEN 8 ELSE 1 END' END
      INTO expression FROM pg_attribute WHERE attrelid = to_regclass(quote_ident(live)) AND attnum > 0;
    IF expression IS NULL OR to_regclass(quote_ident(history)) IS NULL THEN
        RAISE EXCEPTION 'no such labelled history' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    EXECUTE format('SELECT coalesce(bit_or(l), 0) FROM (SELECT %1$s AS l FROM %2$I WHERE id = $1'
                   ' UNION ALL SELECT %1$s FROM %3$I WHERE pgh_obj_id = $1) x', expression, live, history)
       INTO borne USING obj;
    RETURN borne;
END $$;

-- Whether one grant of the actor, on somebody the row is about, holds all those labels at once.
CREATE FUNCTION core_holds_labels(about uuid[], labels integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = ANY (about)
        AND g.level >= 2 AND (g.label_mask & labels) = labels AND g.during @> now())
$$;
REVOKE ALL ON FUNCTION core_labels_borne(text, uuid), core_holds_labels(uuid[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core_labels_borne(text, uuid), core_holds_labels(uuid[], integer) TO kith_app;
ALTER FUNCTION core_labels_borne(text, uuid) OWNER TO kith_definer;
ALTER FUNCTION core_holds_labels(uuid[], integer) OWNER TO kith_definer;

CREATE FUNCTION core_guard_history() RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE log record; expression text; about text; columns text[];
BEGIN
    FOR log IN SELECT l.name, left(l.name, -5) AS live FROM core_logs() l
                JOIN pg_class c ON c.oid = to_regclass(l.name) AND c.relrowsecurity WHERE l.key = 'pgh_id'
    LOOP
        CONTINUE WHEN EXISTS (SELECT FROM pg_policies WHERE tablename = log.name AND policyname = log.name || '_staff');
        EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE FOR SELECT TO kith_app USING'
            ' (coalesce((SELECT kith_actor_role()) NOT IN (''parent'', ''young_person'', ''carer''), false))',
            log.name || '_staff', log.name);
        SELECT array_agg(attname::text) INTO columns FROM pg_attribute
         WHERE attrelid = to_regclass(log.name) AND attnum > 0 AND NOT attisdropped;
        expression := CASE WHEN 'label' = ANY (columns) THEN 'label'
                           WHEN 'protected' = ANY (columns) THEN 'CASE WHEN protected THEN 8 ELSE 1 END' END;
        CONTINUE WHEN expression IS NULL;
        about := CASE
            WHEN log.live = 'story_event' THEN 'ARRAY(SELECT a.person_id FROM story_about a WHERE a.event_id = %1$I.pgh_obj_id)'
            WHEN 'event_id' = ANY (columns) THEN 'ARRAY(SELECT a.person_id FROM story_about a WHERE a.event_id = %1$I.event_id)'
            WHEN 'person_id' = ANY (columns) THEN 'ARRAY[%1$I.person_id]' END;
        IF about IS NULL THEN
            RAISE EXCEPTION 'history of % bears labels, but nothing says whom it is about', log.live;
        END IF;
        EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE FOR SELECT TO kith_app USING (core_holds_labels('
            || format(about, log.name) || ', core_labels_borne(%L, pgh_obj_id)))',
            log.name || '_strictest', log.name, log.live);
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION core_guard_history() FROM PUBLIC;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0004_sealing")]
    operations = [migrations.RunSQL(FUNCTIONS)]
