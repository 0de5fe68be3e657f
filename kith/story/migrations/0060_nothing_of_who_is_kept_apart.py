"""What goes to somebody who is kept apart names nothing of those they are kept apart from, whoever releases it."""

from django.db import migrations

SQL = """
CREATE FUNCTION story_gives_away(what text, thing uuid, reader uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE said text := CASE what
    -- With an event go its plain passages.
    WHEN 'event' THEN (SELECT concat_ws(E'\\n', e.title, (SELECT string_agg(p.text, E'\\n') FROM story_passage p
                         WHERE p.event_id = e.id AND p.label = 1)) FROM story_event e WHERE e.id = thing)
    WHEN 'passage' THEN (SELECT p.text FROM story_passage p WHERE p.id = thing)
    WHEN 'document' THEN (SELECT d.name FROM story_document d WHERE d.id = thing) END;
BEGIN
    RETURN EXISTS (SELECT FROM access_found_in(reader, said));
END $$;
REVOKE ALL ON FUNCTION story_gives_away(text, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION story_gives_away(text, uuid, uuid) TO kith_app, kith_worker;
ALTER FUNCTION story_gives_away(text, uuid, uuid) OWNER TO kith_definer;
CREATE POLICY access_release_apart_story ON access_release AS RESTRICTIVE FOR INSERT TO kith_app
    WITH CHECK (kind NOT IN ('event', 'passage', 'document') OR NOT story_gives_away(kind, item, reader_id));
"""


class Migration(migrations.Migration):
    dependencies = [("story", "0059_who_was_seen"), ("access", "0072_kept_apart")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
