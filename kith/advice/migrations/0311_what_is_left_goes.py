"""Who reads the rule; a reader of an answer is there still; and a chat in which nobody writes ends."""

from django.db import migrations

from kith.advice.rls import EVERYBODY, protect

ANSWER = """
-- What stands for a key, the oldest first. Whoever reads is there: what nobody ended does not leave meanwhile.
CREATE OR REPLACE FUNCTION advice_answer_read(key text) RETURNS TABLE (id uuid, at timestamptz, sealed bytea)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF key = '' THEN RETURN; END IF;
    IF current_setting('transaction_read_only') = 'off' THEN
        UPDATE advice_contact c SET moved_at = clock_timestamp(), leaving_on = NULL
         WHERE c.answer_key = key AND c.ended_at IS NULL
           AND (c.leaving_on IS NOT NULL OR c.moved_at < clock_timestamp() - interval '1 day');
    END IF;
    RETURN QUERY SELECT w.id, w.at, w.sealed
      FROM advice_contact c LEFT JOIN advice_contactwords w ON w.contact_id = c.id AND w.field = 'answer'
     WHERE c.answer_key = key AND c.forgotten_at IS NULL ORDER BY w.at;
END $$;
"""
CHAT = """
-- A chat ends half an hour after its caller was last heard of, or once nobody has written in it for twelve hours.
CREATE OR REPLACE FUNCTION advice_chat_sweep() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    one record;
    swept integer := 0;
BEGIN
    FOR one IN SELECT c.id, c.contact_id FROM advice_chat c
        WHERE c.state <> 'ended' AND (c.heard_at < clock_timestamp() - interval '30 minutes'
           OR (c.began_at < clock_timestamp() - interval '12 hours' AND NOT EXISTS (SELECT 1 FROM advice_chatline l
               WHERE l.chat_id = c.id AND l.at > clock_timestamp() - interval '12 hours')))
        ORDER BY c.heard_at LIMIT 50 FOR UPDATE SKIP LOCKED
    LOOP
        UPDATE advice_contact SET ended_at = now(),
               state = CASE WHEN taken_at IS NULL THEN 'abandoned' ELSE 'answered' END
         WHERE id = one.contact_id AND state IN ('waiting', 'taken');
        PERFORM advice_chat_over(one.id);
        swept := swept + 1;
    END LOOP;
    DELETE FROM advice_chatline l USING advice_chat c, advice_contact k
     WHERE l.chat_id = c.id AND k.id = c.contact_id AND c.state = 'ended' AND k.forget_on < kith_today();
    UPDATE advice_chat c SET called = NULL FROM advice_contact k
     WHERE k.id = c.contact_id AND c.called IS NOT NULL AND c.state = 'ended' AND (NOT c.keep OR k.forget_on < kith_today());
    RETURN swept;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("advice", "0310_how_long_words_are_kept")]
    operations = [
        protect("advice_keeprule", read=EVERYBODY, add=("manager",), change=("manager",), history=True),
        migrations.RunSQL(ANSWER, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(CHAT, reverse_sql=migrations.RunSQL.noop),
    ]
