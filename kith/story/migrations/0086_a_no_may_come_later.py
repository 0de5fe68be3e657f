"""A no may come at any time: after something came of the words, and after a second person agreed that they go in a file.

Then what came of it is to be said anew, and the second person asked anew; until then nothing more of them goes.
"""

from django.db import migrations

WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE OR REPLACE FUNCTION story_answer_use(asked uuid, says text, words text) RETURNS boolean {WRITES}
BEGIN
    UPDATE story_wordsuse u SET answer = says, answer_words = left(words, 300), answered_at = now(),
           heard_by = CASE WHEN e.recorded_by = kith_actor() THEN NULL ELSE kith_actor() END,
           -- What a second person agreed to, and what was said to come of it, was of another answer.
           second_agrees = CASE WHEN u.answer = says THEN u.second_agrees END,
           second_by = CASE WHEN u.answer = says THEN u.second_by END,
           came_of = CASE WHEN u.answer = says THEN u.came_of ELSE '' END,
           came_of_on = CASE WHEN u.answer = says THEN u.came_of_on END
      FROM story_event e WHERE u.id = asked AND e.id = u.event_id
       AND (says = 'no' OR (u.came_of = '' AND u.second_agrees IS NULL))
       AND says IN ('own', 'other', 'no') AND kith_on_behalf_of() IS NULL
       AND (e.recorded_by = kith_actor() OR story_works_on(e.id));
    IF NOT FOUND THEN RETURN false; END IF;
    -- What was shared on a yes is taken back on a no.
    UPDATE access_release r SET withdrawn_at = now() FROM story_wordsuse u
     WHERE u.id = asked AND u.use = 'shared' AND says <> 'own' AND r.reader_id = u.reader_id AND r.withdrawn_at IS NULL
       AND (r.item = u.event_id OR r.item IN (SELECT p.id FROM story_passage p WHERE p.event_id = u.event_id)
            OR r.item IN (SELECT d.id FROM story_document d WHERE d.event_id = u.event_id));
    RETURN true;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("story", "0081_what_families_sent"), ("story", "0065_asked_before_words_are_used")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
