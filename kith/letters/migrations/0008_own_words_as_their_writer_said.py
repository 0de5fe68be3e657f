"""A letter or paper made of somebody's own words is filed after its writer said yes to it.

The database asks what `kith.letters.own_words` asks, but for one thing: whether words are quoted to which the writer
said "yes, but in your words", the page judges alone.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
MAY = f"""
CREATE FUNCTION letters_own_words_may(kind text, readers uuid[], made_of uuid[]) RETURNS boolean {HEAD}
BEGIN
    -- Workers alone read it.
    IF kind IN ('handover', 'supervision') AND cardinality(readers) = 0 THEN RETURN true; END IF;
    RETURN NOT EXISTS (SELECT FROM unnest(made_of) m (event) WHERE story_from_the_door(m.event)
        AND coalesce((SELECT u.answer FROM story_wordsuse u WHERE u.event_id = m.event AND u.answer <> ''
               AND u.use = CASE kind WHEN 'evidence' THEN 'court' ELSE 'letter' END
             ORDER BY u.answered_at DESC, u.recorded_at DESC, u.id LIMIT 1), 'no') NOT IN ('own', 'other'));
END $$;
REVOKE ALL ON FUNCTION letters_own_words_may(text, uuid[], uuid[]) FROM PUBLIC;
ALTER FUNCTION letters_own_words_may(text, uuid[], uuid[]) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION letters_own_words_may(text, uuid[], uuid[]) TO kith_app, kith_worker;
CREATE POLICY letters_letter_own_words ON letters_letter AS RESTRICTIVE FOR INSERT TO kith_app
    WITH CHECK (letters_own_words_may(kind, readers, made_of));
"""


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0007_held_back_from_who_else_sees_it"),
        ("story", "0065_asked_before_words_are_used"),
    ]
    operations = [migrations.RunSQL(MAY, migrations.RunSQL.noop)]
