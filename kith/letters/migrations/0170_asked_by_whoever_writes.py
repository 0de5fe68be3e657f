"""Who is kin to whom, and what a young person answered, is told to whoever writes a letter of them."""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE OR REPLACE FUNCTION letters_kin(about uuid, readers uuid[]) RETURNS boolean {HEAD}
DECLARE us uuid[]; near uuid[];
BEGIN
    IF NOT letters_open(about, 1) THEN RETURN false; END IF;
    us := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[about]) s);
    near := us || ARRAY(SELECT m.person_id FROM people_familymember m WHERE m.family_id IN (
                            SELECT f.family_id FROM people_familymember f WHERE f.person_id = ANY (us)))
               || ARRAY(SELECT r.other_id FROM people_relationship r WHERE r.person_id = ANY (us))
               || ARRAY(SELECT r.person_id FROM people_relationship r WHERE r.other_id = ANY (us));
    RETURN readers <@ ARRAY(SELECT s.same FROM kith_same_people(near) s) OR readers <@ near;
END $$;

CREATE OR REPLACE FUNCTION letters_own_words_may(kind text, readers uuid[], made_of uuid[]) RETURNS boolean {HEAD}
BEGIN
    -- Behind the family's door nobody writes letters of the council's.
    IF coalesce(kith_actor_role() IN ('parent', 'young_person', 'carer'), true) THEN RETURN false; END IF;
    -- Workers alone read it.
    IF kind IN ('handover', 'supervision') AND cardinality(readers) = 0 THEN RETURN true; END IF;
    RETURN NOT EXISTS (SELECT FROM unnest(made_of) m (event) WHERE story_from_the_door(m.event)
        AND coalesce((SELECT u.answer FROM story_wordsuse u WHERE u.event_id = m.event AND u.answer <> ''
             AND u.use = CASE kind WHEN 'evidence' THEN 'court' ELSE 'letter' END
             ORDER BY u.answered_at DESC, u.recorded_at DESC, u.id LIMIT 1), 'no') NOT IN ('own', 'other'));
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("letters", "0021_stopped_for_what_is_quoted")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
