"""What would tell where others are, and whose words may go to whom, is answered to whoever may send them."""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE OR REPLACE FUNCTION story_gives_away(what text, thing uuid, reader uuid) RETURNS boolean {HEAD}
DECLARE said text;
BEGIN
    IF NOT access_sends() THEN RETURN true; END IF;
    said := CASE what
        -- With an event go its plain passages.
        WHEN 'event' THEN (SELECT concat_ws(E'\\n', e.title, (SELECT string_agg(p.text, E'\\n') FROM story_passage p
                             WHERE p.event_id = e.id AND p.label = 1)) FROM story_event e WHERE e.id = thing)
        WHEN 'passage' THEN (SELECT p.text FROM story_passage p WHERE p.id = thing)
        WHEN 'document' THEN (SELECT d.name FROM story_document d WHERE d.id = thing) END;
    RETURN EXISTS (SELECT FROM access_found_in(reader, said));
END $$;

-- As in 0065: what a young person answered is for whoever would send their words.
CREATE OR REPLACE FUNCTION story_words_may_go(item uuid, reader uuid) RETURNS boolean {HEAD}
DECLARE home uuid;
BEGIN
    IF NOT access_sends() THEN RETURN false; END IF;
    home := coalesce((SELECT p.event_id FROM story_passage p WHERE p.id = item),
                     (SELECT d.event_id FROM story_document d WHERE d.id = item), item);
    RETURN NOT story_from_the_door(home)
        OR EXISTS (SELECT FROM story_event e JOIN access_dooraccess a ON a.account_id = e.recorded_by AND a.capacity = 'self'
              JOIN kith_same_people(ARRAY[story_words_may_go.reader]) s ON s.same = a.person_id WHERE e.id = home)
        OR EXISTS (SELECT FROM story_wordsuse u JOIN kith_same_people(ARRAY[story_words_may_go.reader]) s ON s.same = u.reader_id
             WHERE u.event_id = home AND ((u.use = 'shared' AND u.answer = 'own')
                OR (u.use = 'file' AND u.answer <> '' AND NOT u.harm AND u.second_agrees)));
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("story", "0086_a_no_may_come_later"), ("access", "0170_asked_by_whoever_sends")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
