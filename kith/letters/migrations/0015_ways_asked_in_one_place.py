"""What holds a letter back, with all that was added: ways that are not safe (0009), and own words refused since (0014).

0014 was written beside 0009 and put the function back to before it: this is the function with both. Owner and rights stay.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
HELD_BACK = f"""
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
    IF d."by" = ANY (access_shared_ways(ARRAY(SELECT p.same FROM kith_same_people(l.readers[1:1]) p)))
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


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0014_a_no_after_it_was_filed"),
        ("access", "0092_no_holds_until_asked_alone"),
    ]
    operations = [migrations.RunSQL(HELD_BACK, migrations.RunSQL.noop)]
