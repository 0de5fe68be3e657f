"""“Yes, but in your words”, said after a letter was filed, stops what quotes them and nothing else; a no stops all of it.

What was filed before its quotations were kept is stopped as before. And the functions that answer the app's login answer
about letters that are open to the actor: of any other there is nothing to say, and it may not leave.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
STOP = f"""
-- Own words in this letter to which their writer last said no, or, since it was filed with them, yes but in other words.
-- To those to whom the letter is open, and to the service that carries it.
CREATE OR REPLACE FUNCTION letters_words_stop(asked uuid) RETURNS TABLE (event uuid, answer text, answered_at timestamptz) {HEAD}
BEGIN
    RETURN QUERY SELECT m.event, u.answer::text, u.answered_at FROM letters_letter l
      CROSS JOIN LATERAL unnest(l.made_of) m (event)
      CROSS JOIN LATERAL (SELECT w.answer, w.answered_at FROM story_wordsuse w
           WHERE w.event_id = m.event AND w.answer <> ''
             AND w.use = CASE l.kind WHEN 'evidence' THEN 'court' ELSE 'letter' END
           ORDER BY w.answered_at DESC, w.recorded_at DESC, w.id LIMIT 1) u
     WHERE l.id = asked AND (session_user = 'kith_worker' OR letters_open(l.person_id, l.labels))
       AND story_from_the_door(m.event)
       AND NOT (l.kind IN ('handover', 'supervision') AND cardinality(l.readers) = 0)
       AND (u.answer = 'no' OR (u.answer = 'other' AND u.answered_at > l.recorded_at
                                AND coalesce(m.event = ANY (l.quotes), true)));
END $$;

CREATE OR REPLACE FUNCTION letters_words_may_leave(asked uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM letters_letter l WHERE l.id = asked AND letters_open(l.person_id, l.labels))
       AND NOT EXISTS (SELECT FROM letters_words_stop(asked));
END $$;

CREATE OR REPLACE FUNCTION letters_sent_words_may_leave(sending uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM letters_sending s WHERE s.id = sending AND letters_words_may_leave(s.letter_id));
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("letters", "0020_which_words_it_quotes")]
    operations = [migrations.RunSQL(STOP, migrations.RunSQL.noop)]
