"""An answer is read by whoever holds the reference and the word; a chat that is kept tells its caller its reference."""

from django.db import migrations

ANSWER = """
-- What stands for a key: a row for each answer, the oldest first, or one without any where nobody has answered yet.
CREATE FUNCTION advice_answer_read(key text) RETURNS TABLE (id uuid, at timestamptz, sealed bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT w.id, w.at, w.sealed
      FROM advice_contact c LEFT JOIN advice_contactwords w ON w.contact_id = c.id AND w.field = 'answer'
     WHERE key <> '' AND c.answer_key = key AND c.forgotten_at IS NULL ORDER BY w.at
$$;
DROP FUNCTION advice_chat_look(text);
-- How one's chat stands: state, lines, revision, whether it is kept, how many wait before it, the adviser, the reference.
CREATE FUNCTION advice_chat_look(held text)
RETURNS TABLE (id uuid, state text, lines integer, revision integer, keep boolean, before integer, adviser text,
    reference text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.id, c.state, c.lines, c.revision, c.keep,
           CASE WHEN c.state = 'waiting' THEN (SELECT count(*)::integer FROM advice_chat o
                WHERE o.state = 'waiting' AND o.began_at < c.began_at) ELSE 0 END,
           split_part(coalesce((SELECT a.display_name FROM advice_adviser a WHERE a.id = c.adviser), ''), ' ', 1),
           (SELECT k.reference FROM advice_contact k WHERE k.id = c.contact_id)
      FROM advice_chat c WHERE c.secret = held
$$;
"""
RIGHTS = "".join(
    f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC; ALTER FUNCTION {name} OWNER TO advice_definer;"
    f" GRANT EXECUTE ON FUNCTION {name} TO advice_app;\n"
    for name in ("advice_answer_read(text)", "advice_chat_look(text)")
)


class Migration(migrations.Migration):
    dependencies = [("advice", "0250_answers_that_are_read")]
    operations = [
        migrations.RunSQL(ANSWER, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(RIGHTS, reverse_sql=migrations.RunSQL.noop),
    ]
