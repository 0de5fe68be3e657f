"""What was released to somebody who is now kept apart, looked at in the words of each room; and the files to look through.

The worker who keeps somebody safe may not read what the other was given: these functions give back a name of a file in the
store and never its words, and only of what is held back from somebody who is kept apart from whom the worker holds.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
-- Says anew what access asks. Letters ask at each reading; who works with them and what is due hold no words.
CREATE OR REPLACE FUNCTION access_item_gives_away(kind text, item uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN CASE WHEN kind IN ('event', 'passage', 'document') THEN story_gives_away(kind, item, reader)
                WHEN kind = 'plan' THEN plan_gives_away(item, reader)
                WHEN kind = 'meeting' THEN decisions_gives_away(item, reader)
                WHEN kind = 'help' THEN EXISTS (SELECT FROM help_item(item) i, access_found_in(reader, i.words))
                ELSE false END;
END $$;

-- Documents that are held back and not looked through yet.
CREATE FUNCTION journeys_held_files(person uuid, other uuid)
RETURNS TABLE (held uuid, name text, media_type text, digest text) {HEAD}
BEGIN
    IF NOT access_keeps_apart(person, other) THEN RETURN; END IF;
    RETURN QUERY SELECT h.id, d.name::text, d.media_type::text, d.digest::text FROM access_heldback h
      JOIN access_release r ON r.id = h.release_id AND r.kind = 'document' AND r.withdrawn_at IS NULL
      JOIN kith_same_people(ARRAY[other]) o ON o.same = r.reader_id
      JOIN story_document d ON d.id = r.item
     WHERE h.ended_at IS NULL AND h.looked_at IS NULL ORDER BY r.released_at DESC, h.id;
END $$;
REVOKE ALL ON FUNCTION journeys_held_files(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION journeys_held_files(uuid, uuid) TO kith_app, kith_worker;
ALTER FUNCTION journeys_held_files(uuid, uuid) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("journeys", "0001_meeting_held_before_court"),
        ("access", "0097_looked_through_again"),
        ("story", "0060_nothing_of_who_is_kept_apart"),
        ("plan", "0008_nothing_of_who_is_kept_apart"),
        ("decisions", "0006_nothing_of_who_is_kept_apart"),
        ("help", "0029_shown_to_families_by_name"),
    ]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
