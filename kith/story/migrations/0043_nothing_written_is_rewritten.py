"""What was written on the story stays as it was written, where it was written, and bears its writer's own name.

A passage that could be moved was read by moving it: into an event of one's own, whose words one reads whatever their
label. Nothing in Kith changes an event, a passage or a document (to put right is to write anew), so the app's login
may not either. And what is added bears the name of whoever adds it, by the door that they came in by.
"""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import granted

FAMILY = "'parent', 'young_person', 'carer'"
MINE = "recorded_by = (SELECT kith_actor())"
# An account that is closed has no role, so that neither side holds and it writes nothing.
BY_ITS_DOOR = (
    f"((source = 'family' AND (SELECT kith_actor_role()) IN ({FAMILY}))"
    f" OR (source = 'worker' AND (SELECT kith_actor_role()) NOT IN ({FAMILY})))"
)
WROTE = "story_written_by(event_id, (SELECT kith_actor()), false)"

FUNCTION = """
-- The name under which the actor writes, as it is now: a name is shown beside words, so nobody may choose it.
CREATE FUNCTION story_writer_name() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT a.display_name::text FROM access_account a WHERE a.id = kith_actor()
$$;
REVOKE ALL ON FUNCTION story_writer_name() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION story_writer_name() TO kith_app, kith_worker;
ALTER FUNCTION story_writer_name() OWNER TO kith_definer;
"""

# The policies of updates go too: a right given back by mistake would otherwise find them open.
KEPT = "\n".join(
    f"REVOKE UPDATE ON {table} FROM kith_app; DROP POLICY IF EXISTS {table}_update ON {table};"
    for table in (
        "story_event", "story_about", "story_passage", "story_document", "story_addressed", "story_wordsread",
    )
)  # fmt: skip

# A worker adds a file to another's event where the whole of it is open to them; all else goes into one's own event.
ADDED = f"""
DROP POLICY story_event_insert ON story_event;
DROP POLICY story_about_insert ON story_about;
DROP POLICY story_passage_insert ON story_passage;
DROP POLICY story_document_insert ON story_document;
CREATE POLICY story_event_insert ON story_event FOR INSERT TO kith_app
    WITH CHECK ({MINE} AND {BY_ITS_DOOR} AND written_by_name = (SELECT story_writer_name())
        AND (source <> 'family' OR (kind = 'own_words' AND covert_id IS NULL AND replaces_id IS NULL))
        AND (replaces_id IS NULL OR story_open_subjects('event', replaces_id) IS NOT NULL));
CREATE POLICY story_about_insert ON story_about FOR INSERT TO kith_app
    WITH CHECK ({MINE} AND {BY_ITS_DOOR} AND {WROTE}
        AND {granted("story_about.person_id", label=Label.NORMAL.value | Label.DOOR.value)});
CREATE POLICY story_passage_insert ON story_passage FOR INSERT TO kith_app
    WITH CHECK ({MINE} AND {BY_ITS_DOOR} AND {WROTE});
CREATE POLICY story_document_insert ON story_document FOR INSERT TO kith_app
    WITH CHECK ({MINE} AND {BY_ITS_DOOR} AND ({WROTE}
        OR (source = 'worker' AND story_open_subjects('event', event_id) IS NOT NULL)));
"""


class Migration(migrations.Migration):
    dependencies = [("story", "0034_days_and_drafts"), ("access", "0040_own_involvements_first")]
    operations = [
        migrations.RunSQL(FUNCTION, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(KEPT, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(ADDED, reverse_sql=migrations.RunSQL.noop),
    ]
