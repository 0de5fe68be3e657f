"""One conference held as two meetings, apart: nothing of the one is told to those of the other.

Each is a meeting of its own, with its own people, day, stages, plan and invitations; rows of the one open to nobody of the
other, for every function asks by the meeting. What was missing is asked here: no place, no day, no address and no name of
the other meeting in an invitation. Nobody is moved who was invited already: they know the day.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
-- A meeting, and those that are held apart from it.
CREATE FUNCTION decisions_of_conference(meeting uuid) RETURNS uuid[] {HEAD}
DECLARE first uuid := (SELECT coalesce(m.apart_from_id, m.id) FROM decisions_familymeeting m WHERE m.id = meeting);
BEGIN
    RETURN ARRAY(SELECT m.id FROM decisions_familymeeting m WHERE m.id = first OR m.apart_from_id = first);
END $$;

CREATE OR REPLACE FUNCTION decisions_why_not(network uuid, at timestamptz, where_to text, adds text) RETURNS text {HEAD}
DECLARE
    them decisions_networkperson; my_how text; my_house text := decisions_bare(split_part(where_to, ',', 1));
    said text := decisions_bare(concat_ws(' ', where_to, adds));
BEGIN
    SELECT n.* INTO them FROM decisions_networkperson n WHERE n.id = network;
    IF them.id IS NULL OR NOT decisions_coordinates('network', network, kith_actor()) THEN RETURN 'not_yours'; END IF;
    IF them.may_ask = 'never' THEN RETURN 'never'; END IF;
    IF them.may_ask = 'not_yet' THEN RETURN 'not_settled'; END IF;
    IF them.may_ask = 'only_if' AND them.only_if_agreed_on IS NULL THEN RETURN 'nobody_agreed'; END IF;
    IF them.orders = 'not_checked' OR (them.orders = 'some' AND btrim(them.orders_allow) = '') THEN RETURN 'orders'; END IF;
    my_how := coalesce((SELECT p.safe_how FROM decisions_prepared p WHERE p.network_id = network), 'together');
    IF my_how = 'not_there' THEN RETURN 'not_there'; END IF;
    IF decisions_tells_where(network, concat_ws(' ', where_to, adds)) THEN RETURN 'address'; END IF;
    -- Nor who else comes, where they come to the other meeting.
    IF EXISTS (SELECT FROM decisions_networkperson o WHERE o.meeting_id = ANY (decisions_of_conference(them.meeting_id))
                AND o.meeting_id <> them.meeting_id AND length(decisions_bare(o.name)) >= 3
                AND strpos(said, decisions_bare(o.name)) > 0
                AND NOT EXISTS (SELECT FROM decisions_networkperson m WHERE m.meeting_id = them.meeting_id
                     AND (m.person_id = o.person_id OR decisions_bare(m.name) = decisions_bare(o.name))))
    THEN
        RETURN 'apart';
    END IF;
    -- Who is kept apart is told of no place, and (with a meeting of their own) of no day, that is another's.
    IF EXISTS (
        SELECT FROM (
            -- Whoever is of the other meeting of this conference is apart, whatever is written of them.
            SELECT CASE WHEN o.meeting_id <> them.meeting_id THEN 'separate' ELSE coalesce(p.safe_how, 'together') END AS how,
                   i.come_at, i.place, i.words AS adds,
                   decisions_bare(split_part(i.place, ',', 1)) AS house
              FROM decisions_networkperson o JOIN decisions_invitation i ON i.network_id = o.id
              LEFT JOIN decisions_prepared p ON p.network_id = o.id
             WHERE o.meeting_id = ANY (decisions_of_conference(them.meeting_id)) AND o.id <> network
               -- A child may come to both.
               AND (o.meeting_id = them.meeting_id OR o.person_id IS DISTINCT FROM them.person_id)) other
         WHERE (my_how <> 'together' OR other.how <> 'together')
           AND ((other.house <> '' AND other.house = my_house)
                OR (length(other.house) >= 5 AND strpos(said, other.house) > 0)
                OR (length(my_house) >= 5
                    AND strpos(decisions_bare(concat_ws(' ', other.place, other.adds)), my_house) > 0)
                OR ('separate' IN (my_how, other.how)
                    AND (other.come_at AT TIME ZONE 'Europe/London')::date = (at AT TIME ZONE 'Europe/London')::date)))
    THEN
        RETURN 'apart';
    END IF;
    RETURN NULL;
END $$;

-- As before, with whoever is of the other meeting.
CREATE OR REPLACE FUNCTION decisions_tells_where(network uuid, words text) RETURNS boolean {HEAD}
DECLARE
    reader uuid := (SELECT n.person_id FROM decisions_networkperson n WHERE n.id = network);
    meeting uuid := decisions_meeting_of('network', network);
    apart boolean := EXISTS (SELECT FROM decisions_prepared p WHERE p.network_id = network AND p.safe_how <> 'together')
        OR cardinality(decisions_of_conference(meeting)) > 1;
    said text := decisions_bare(words);
    me uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[reader]) s WHERE reader IS NOT NULL);
    others uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY(
        SELECT n.person_id FROM decisions_networkperson n WHERE n.meeting_id = ANY (decisions_of_conference(meeting)) AND n.person_id IS NOT NULL
        UNION SELECT p.person_id FROM decisions_meetingperson p
         WHERE p.offer_id = decisions_offer_of('meeting', meeting))) s WHERE s.same <> ALL (me));
BEGIN
    RETURN EXISTS (
        SELECT FROM people_address a
         WHERE a.person_id = ANY (others) AND (a.protected OR apart)
           AND NOT EXISTS (SELECT FROM people_mayknow y WHERE y.person_id = a.person_id AND y.other_id = ANY (me)
                              AND y.may AND y.during @> kith_today())
           -- Whoever lives there too knows it.
           AND NOT EXISTS (SELECT FROM people_address own WHERE own.person_id = ANY (me) AND own.during @> kith_today()
                              AND decisions_bare(own.lines || own.postcode) = decisions_bare(a.lines || a.postcode))
           AND ((length(decisions_bare(a.postcode)) >= 5 AND strpos(said, decisions_bare(a.postcode)) > 0)
                OR (length(decisions_bare(split_part(a.lines, ',', 1))) >= 5
                    AND strpos(said, decisions_bare(split_part(a.lines, ',', 1))) > 0)))
        OR EXISTS (
        SELECT FROM people_contactpoint c
         WHERE c.person_id = ANY (others) AND (c.protected OR apart)
           AND NOT EXISTS (SELECT FROM people_mayknow y WHERE y.person_id = c.person_id AND y.other_id = ANY (me)
                              AND y.may AND y.during @> kith_today())
           AND NOT EXISTS (SELECT FROM people_contactpoint own WHERE own.person_id = ANY (me)
                              AND decisions_bare(own.value) = decisions_bare(c.value))
           AND length(decisions_bare(c.value)) >= 5 AND strpos(said, decisions_bare(c.value)) > 0);
END $$;

-- These people get a meeting of their own, or go back to the other one. The children are of both.
CREATE FUNCTION decisions_meet_apart(meeting uuid, people uuid[]) RETURNS uuid {WRITES}
DECLARE here decisions_familymeeting; other uuid; moved integer;
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR NOT decisions_coordinates('meeting', meeting, kith_actor()) THEN RETURN NULL; END IF;
    SELECT * INTO here FROM decisions_familymeeting m WHERE m.id = meeting FOR UPDATE;
    IF here.held_on IS NOT NULL OR cardinality(people) = 0 OR EXISTS (
        SELECT FROM unnest(people) x (id) LEFT JOIN decisions_networkperson n ON n.id = x.id AND n.meeting_id = meeting
         WHERE n.id IS NULL OR n.part = 'child' OR EXISTS (SELECT FROM decisions_invitation i WHERE i.network_id = x.id))
    THEN
        RETURN NULL;
    END IF;
    SELECT m.id INTO other FROM decisions_familymeeting m
     WHERE m.id = ANY (decisions_of_conference(meeting)) AND m.id <> meeting AND m.closed_on IS NULL AND m.held_on IS NULL;
    IF other IS NULL THEN
        IF here.apart_from_id IS NOT NULL OR cardinality(decisions_of_conference(meeting)) > 1 THEN RETURN NULL; END IF;
        other := gen_random_uuid();
        INSERT INTO decisions_familymeeting (id, recorded_at, recorded_by, source, offer_id, kind, coordinator_id, asked_on,
                                             why_agreed, safety_notes, why_closed, apart_from_id)
        VALUES (other, now(), kith_actor(), 'worker', here.offer_id, here.kind, here.coordinator_id, here.asked_on,
                here.why_agreed, here.safety_notes, '', meeting);
        INSERT INTO decisions_networkperson (id, recorded_at, recorded_by, source, meeting_id, person_id, name, tie, named_by, part,
                                             may_ask, agreed_with, orders, orders_checked_with, orders_allow)
        SELECT gen_random_uuid(), now(), kith_actor(), 'worker', other, n.person_id, n.name, n.tie, n.named_by, n.part,
               CASE n.may_ask WHEN 'only_if' THEN 'not_yet' ELSE n.may_ask END, n.agreed_with, n.orders,
               n.orders_checked_with, n.orders_allow
          FROM decisions_networkperson n WHERE n.meeting_id = meeting AND n.part = 'child';
    END IF;
    UPDATE decisions_networkperson n SET meeting_id = other WHERE n.id = ANY (people) AND n.meeting_id = meeting;
    GET DIAGNOSTICS moved = ROW_COUNT;
    RETURN CASE WHEN moved = cardinality(people) THEN other END;
END $$;
REVOKE ALL ON FUNCTION decisions_of_conference(uuid), decisions_meet_apart(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION decisions_meet_apart(uuid, uuid[]) TO kith_app, kith_worker;
ALTER FUNCTION decisions_of_conference(uuid) OWNER TO kith_definer;
ALTER FUNCTION decisions_meet_apart(uuid, uuid[]) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("decisions", "0010_asked_alone_and_reasons_kept")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
