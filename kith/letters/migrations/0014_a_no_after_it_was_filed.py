"""A no that comes after own words were filed in a letter or paper stops all of it that did not leave yet.

So does "yes, but in your words", said after it was filed: what is quoted in it nobody can tell here. It is made anew.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
STOP = f"""
-- Own words in this letter to which their writer last said no, or, since it was filed, yes but in other words.
CREATE FUNCTION letters_words_stop(asked uuid) RETURNS TABLE (event uuid, answer text, answered_at timestamptz) {HEAD}
BEGIN
    RETURN QUERY SELECT m.event, u.answer::text, u.answered_at FROM letters_letter l
      CROSS JOIN LATERAL unnest(l.made_of) m (event)
      CROSS JOIN LATERAL (SELECT w.answer, w.answered_at FROM story_wordsuse w
           WHERE w.event_id = m.event AND w.answer <> ''
             AND w.use = CASE l.kind WHEN 'evidence' THEN 'court' ELSE 'letter' END
           ORDER BY w.answered_at DESC, w.recorded_at DESC, w.id LIMIT 1) u
     WHERE l.id = asked AND story_from_the_door(m.event)
       AND NOT (l.kind IN ('handover', 'supervision') AND cardinality(l.readers) = 0)
       AND (u.answer = 'no' OR (u.answer = 'other' AND u.answered_at > l.recorded_at));
END $$;

CREATE FUNCTION letters_words_may_leave(asked uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT EXISTS (SELECT FROM letters_words_stop(asked));
END $$;

CREATE FUNCTION letters_sent_words_may_leave(sending uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT EXISTS (SELECT FROM letters_sending s CROSS JOIN LATERAL letters_words_stop(s.letter_id) WHERE s.id = sending);
END $$;

CREATE POLICY letters_sending_own_words ON letters_sending AS RESTRICTIVE FOR INSERT TO kith_app
    WITH CHECK (letters_words_may_leave(letter_id));
CREATE POLICY access_release_own_words_in_letters ON access_release AS RESTRICTIVE FOR INSERT TO kith_app
    WITH CHECK (kind <> 'letter' OR letters_sent_words_may_leave(item));
"""
HELD_BACK = f"""
-- As in 0007, with own words asked after next to what is not yet told. Its owner and rights stay.
CREATE OR REPLACE FUNCTION letters_held_back(asked uuid) RETURNS text {HEAD}
DECLARE d letters_delivery; s letters_sending; l letters_letter; said text;
BEGIN
    SELECT * INTO d FROM letters_delivery WHERE id = asked;
    SELECT * INTO s FROM letters_sending WHERE id = d.sending_id;
    SELECT * INTO l FROM letters_letter WHERE id = s.letter_id;
    said := letters_said(l.id, s.goes_to);
    IF NOT letters_told(l.made_of) THEN RETURN 'told'; END IF;
    IF EXISTS (SELECT FROM letters_words_stop(l.id)) THEN RETURN 'words'; END IF;
    IF EXISTS (SELECT FROM letters_found_in(l.readers, s.goes_to, said)) OR (
        EXISTS (SELECT FROM unnest(letters_reached(l.readers, s.goes_to)) r (id)
                 WHERE cardinality(access_apart_from(r.id)) > 0)
        AND EXISTS (SELECT FROM access_account a LEFT JOIN access_team t ON t.id = a.team_id
            CROSS JOIN LATERAL (VALUES (a.phone), (t.name), (t.duty_number)) p (piece)
             WHERE a.id IN (s.recorded_by, l.recorded_by) AND length(access_bare(p.piece)) >= 5
               AND strpos(access_bare(said), access_bare(p.piece)) > 0))
    THEN RETURN 'apart'; END IF;
    IF EXISTS (SELECT FROM access_last_asked(l.readers[1]) a
                WHERE CASE d."by" WHEN 'post' THEN a.post WHEN 'email' THEN a.email ELSE a.phone END = 'others')
    THEN RETURN 'unsafe'; END IF;
    IF d."by" = 'post' THEN
        IF EXISTS (SELECT FROM people_contactpoint c JOIN kith_same_people(l.readers[1:1]) p ON p.same = c.person_id
            WHERE c.channel = 'post' AND c.safety = 'unsafe' AND c.during @> kith_today())
        THEN RETURN 'unsafe'; END IF;
        RETURN '';
    END IF;
    IF NOT EXISTS (SELECT FROM access_ownroute o JOIN people_contactpoint c ON c.id = o.contact_id
        JOIN kith_same_people(l.readers[1:1]) p ON p.same = o.person_id AND p.same = c.person_id
        WHERE o.id = d.route_id AND o.ended_at IS NULL AND c.safety = 'safe' AND c.during @> kith_today()
          AND c.value = d.goes_to AND c.channel = d."by")
    THEN RETURN 'unsafe'; END IF;
    IF NOT EXISTS (SELECT FROM access_release r WHERE r.item = s.id AND r.kind = 'letter' AND r.withdrawn_at IS NULL)
    THEN RETURN 'withdrawn'; END IF;
    RETURN '';
END $$;
"""
TOLD = f"""
-- For Today: letters and papers with own words to which somebody said no since, of the actor's own or these people's; how
-- far each has gone: 'kept' (it did not leave), 'paper' (printed, or given to be handed over), 'sent'.
CREATE FUNCTION letters_refused_since(persons uuid[]) RETURNS TABLE (letter uuid, person uuid, subject text, at timestamptz, gone text)
{HEAD}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor() IS NULL THEN RETURN; END IF;
    RETURN QUERY SELECT l.id, l.person_id, l.subject::text, n.at,
        CASE WHEN EXISTS (SELECT FROM letters_delivery d JOIN letters_sending s ON s.id = d.sending_id
                           WHERE s.letter_id = l.id AND d.state IN ('accepted', 'delivered'))
               OR EXISTS (SELECT FROM letters_posted p JOIN letters_sending s ON s.id = p.sending_id WHERE s.letter_id = l.id)
             THEN 'sent'
             WHEN EXISTS (SELECT FROM letters_sending s WHERE s.letter_id = l.id AND s.way <> 'notify') THEN 'paper'
             ELSE 'kept' END
      FROM letters_letter l
      CROSS JOIN LATERAL (SELECT max(w.answered_at) AS at FROM letters_words_stop(l.id) w) n
     WHERE cardinality(l.made_of) > 0 AND (l.recorded_by = kith_actor() OR l.person_id = ANY (persons))
       AND letters_open(l.person_id, l.labels) AND n.at > l.recorded_at AND n.at > now() - interval '28 days'
       AND NOT EXISTS (SELECT FROM letters_letter k WHERE k.replaces_id = l.id)
     ORDER BY n.at, l.id LIMIT 20;
END $$;
"""
CALLED = (
    "letters_words_stop(uuid)", "letters_words_may_leave(uuid)", "letters_sent_words_may_leave(uuid)",
    "letters_refused_since(uuid[])",
)  # fmt: skip
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n"
    for each in CALLED
)


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0013_held_back_for_own_words"),
        ("story", "0086_a_no_may_come_later"),
    ]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (STOP, HELD_BACK, TOLD, OWNERS)]
