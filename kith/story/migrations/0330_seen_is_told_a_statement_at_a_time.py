"""Who was seen on a visit is looked for once a statement: a load tells of 100,000 people in one, and of no visit."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("kith.story.migrations.0062_alone_and_written_up")
SQL = f"""
DROP TRIGGER story_seen ON story_about;
CREATE OR REPLACE FUNCTION story_seen() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE e record;
BEGIN
    -- One visit after another, the earlier first: what puts one right asks what that one says.
    FOR e IN SELECT v.*, f.person_id FROM fresh f JOIN story_event v ON v.id = f.event_id
              WHERE v.kind = 'visit' AND v.facts->'seen' ? f.person_id::text
                AND NOT coalesce((v.facts->>'nobody')::boolean, false)
              ORDER BY v.recorded_at
    LOOP
        INSERT INTO story_visited (id, recorded_at, recorded_by, source, event_id, person_id, seen_on, label, covert_id,
                                   alone, why_not_alone, written_on)
        SELECT gen_random_uuid(), now(), e.recorded_by, e.source, e.id, e.person_id,
               (e.happened_at AT TIME ZONE 'Europe/London')::date,
               e.label, e.covert_id, coalesce(e.facts->>'alone', ''), coalesce(e.facts->>'why_not_alone', ''),
               -- One that puts another right takes over the day on which that was first written up.
               CASE WHEN {BEFORE.WRITTEN} THEN
               coalesce((SELECT v.written_on FROM story_visited v WHERE v.event_id = e.replaces_id LIMIT 1),
                        (e.recorded_at AT TIME ZONE 'Europe/London')::date) END
         -- Whoever puts a visit right need not have made it.
         WHERE EXISTS (SELECT FROM access_account a WHERE a.id = e.recorded_by AND a.role IN ({BEFORE.VISITS}))
            OR EXISTS (SELECT FROM story_visited v WHERE v.event_id = e.replaces_id)
        ON CONFLICT (event_id, person_id) DO NOTHING;
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER story_seen AFTER INSERT ON story_about REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION story_seen();
"""
UNMADE = (
    "DROP TRIGGER story_seen ON story_about;\n"
    + BEFORE.SQL[: BEFORE.SQL.index("-- Why somebody was not seen alone")]
    + "CREATE TRIGGER story_seen AFTER INSERT ON story_about FOR EACH ROW EXECUTE FUNCTION story_seen();"
)


class Migration(migrations.Migration):
    dependencies = [("story", "0170_asked_by_whoever_sends")]
    operations = [migrations.RunSQL(SQL, UNMADE)]
