"""Who sees what of a family meeting: asked by functions of the definer's, of the asker alone.

Whom it is about is in decisions_meetingperson. What was chosen, and why:

- Workers read where a record of one of the meeting's children is open to them, and no restriction on anybody whom it
  is about leaves them out. Not on everybody: the other parent is often known to them by name alone, and a meeting that
  nobody on the staff may read could not be kept safe.
- Charity and school read where they lead for a child of it, never while it comes of a concern not yet told.
- The coordinator reads by the meeting alone, until it is closed, and holds no grant: no record opens by it.
- What prepares a person, and what they say alone, is the coordinator's. Not a worker's, not a manager's.
- Behind the door a row is read where it was released to that person by name, nothing untold hangs on it, and they are
  not (or no more) somebody who is never to be asked.
"""

from django.db import migrations

FAMILY = "'parent', 'young_person', 'carer'"
OUTSIDE = "'partner', 'school'"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door'"
HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
ASKER = "coalesce(who IN (kith_actor(), kith_on_behalf_of()), false)"

OF = f"""
-- The meeting, and the offer, that a row belongs to.
CREATE FUNCTION decisions_meeting_of(what text, thing uuid) RETURNS uuid {HEAD}
BEGIN
    RETURN CASE what
        WHEN 'meeting' THEN thing
        WHEN 'network' THEN (SELECT n.meeting_id FROM decisions_networkperson n WHERE n.id = thing)
        WHEN 'invitation' THEN (SELECT n.meeting_id FROM decisions_invitation i
                                  JOIN decisions_networkperson n ON n.id = i.network_id WHERE i.id = thing)
        WHEN 'plan' THEN (SELECT p.meeting_id FROM decisions_familyplan p WHERE p.id = thing)
        WHEN 'line' THEN (SELECT p.meeting_id FROM decisions_familyplanline l
                            JOIN decisions_familyplan p ON p.id = l.plan_id WHERE l.id = thing)
        WHEN 'review' THEN (SELECT r.meeting_id FROM decisions_reviewmeeting r WHERE r.id = thing) END;
END $$;

CREATE FUNCTION decisions_offer_of(what text, thing uuid) RETURNS uuid {HEAD}
BEGIN
    IF what = 'offer' THEN RETURN thing; END IF;
    RETURN (SELECT m.offer_id FROM decisions_familymeeting m WHERE m.id = decisions_meeting_of(what, thing));
END $$;

-- Does it come of a concern that is not told, now or by anything that the offer ever bore?
CREATE FUNCTION decisions_untold(offer uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM access_notyettold n WHERE n.ended_at IS NULL AND n.id IN (
        SELECT o.covert_id FROM decisions_meetingoffer o WHERE o.id = offer
        UNION SELECT h.covert_id FROM decisions_meetingofferevent h WHERE h.pgh_obj_id = offer));
END $$;
"""

SEES = f"""
CREATE FUNCTION decisions_staff(what text, thing uuid, who uuid) RETURNS boolean {HEAD}
DECLARE of_offer uuid; role_now text; children uuid[];
BEGIN
    IF NOT {ASKER} THEN RETURN false; END IF;
    role_now := (SELECT a.role FROM access_account a WHERE a.id = who AND a.is_active);
    IF coalesce(role_now IN ({FAMILY}, 'coordinator'), true) THEN RETURN false; END IF;
    of_offer := decisions_offer_of(what, thing);
    children := ARRAY(SELECT p.person_id FROM decisions_meetingperson p WHERE p.offer_id = of_offer AND p.part = 'child');
    IF NOT EXISTS (SELECT FROM access_grant g WHERE g.actor = who AND g.person = ANY (children) AND g.level >= 2
                      AND (g.label_mask & 1) <> 0 AND g.during @> now())
       OR EXISTS (SELECT FROM decisions_meetingperson p CROSS JOIN LATERAL kith_same_people(ARRAY[p.person_id]) s
                    JOIN access_restriction x ON x.person_id = s.same AND x.during @> kith_today()
                   WHERE p.offer_id = of_offer AND NOT EXISTS (SELECT FROM access_restrictionallows al
                         WHERE al.restriction_id = x.id AND al.account_id = who))
    THEN
        RETURN false;
    END IF;
    RETURN role_now NOT IN ({OUTSIDE}) OR (NOT decisions_untold(of_offer) AND EXISTS (
        SELECT FROM access_involvement i WHERE i.account_id = who AND i.role = 'lead_practitioner'
           AND i.during @> kith_today() AND (i.person_id = ANY (children) OR i.family_id IN (
               SELECT m.family_id FROM people_familymember m
                WHERE m.person_id = ANY (children) AND m.during @> kith_today()))));
END $$;

CREATE FUNCTION decisions_manages(what text, thing uuid, who uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM access_account a WHERE a.id = who AND a.role = 'manager')
       AND decisions_staff(what, thing, who);
END $$;

CREATE FUNCTION decisions_coordinates(what text, thing uuid, who uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN {ASKER} AND EXISTS (SELECT FROM decisions_familymeeting m JOIN access_account a ON a.id = m.coordinator_id
        WHERE m.id = decisions_meeting_of(what, thing) AND a.id = who AND a.role = 'coordinator' AND a.is_active
          AND m.closed_on IS NULL);
END $$;

-- Behind the door. `thing` is what was released.
CREATE FUNCTION decisions_door(what text, thing uuid, who uuid) RETURNS boolean {HEAD}
DECLARE of_meeting uuid := decisions_meeting_of(what, thing);
BEGIN
    RETURN kith_released(thing, who) AND NOT decisions_untold(decisions_offer_of(what, thing))
       AND NOT EXISTS (SELECT FROM decisions_networkperson n JOIN access_dooraccess d ON d.person_id = n.person_id
             WHERE n.meeting_id = of_meeting AND n.may_ask = 'never' AND d.account_id = who AND d.capacity = 'self'
               AND d.during @> now());
END $$;

-- Is this person the one whose account it is?
CREATE FUNCTION decisions_is_me(person uuid, who uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN {ASKER} AND EXISTS (SELECT FROM access_dooraccess d WHERE d.account_id = who AND d.person_id = person
                          AND d.capacity = 'self' AND d.during @> now());
END $$;

CREATE FUNCTION decisions_plan_agreed(plan uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM decisions_familyplan p WHERE p.id = plan AND p.agreed_on IS NOT NULL);
END $$;

-- Was this account told of the meeting itself: by an invitation, or a part of the plan?
CREATE FUNCTION decisions_was_told(meeting uuid, who uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM decisions_invitation i JOIN decisions_networkperson n ON n.id = i.network_id
                    WHERE n.meeting_id = meeting AND decisions_door('invitation', i.id, who))
        OR EXISTS (SELECT FROM decisions_familyplan p WHERE p.meeting_id = meeting AND decisions_door('plan', p.id, who));
END $$;
"""

WRITES = f"""
-- Somebody independent: not who offered it, and with no other work for these people or their families.
CREATE FUNCTION decisions_independent(offer uuid, account uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM access_account a WHERE a.id = account AND a.role = 'coordinator' AND a.is_active)
       AND NOT EXISTS (SELECT FROM decisions_meetingoffer o WHERE o.id = offer AND o.offered_by_id = account)
       AND NOT EXISTS (
            SELECT FROM access_involvement i JOIN decisions_meetingperson p ON p.offer_id = offer
              LEFT JOIN people_familymember m ON m.person_id = p.person_id AND m.during @> kith_today()
             WHERE i.account_id = account AND i.role <> 'coordinator' AND i.during @> kith_today()
               AND (i.person_id = p.person_id OR i.family_id = m.family_id));
END $$;

CREATE FUNCTION decisions_bare(words text) RETURNS text LANGUAGE sql IMMUTABLE
AS $$ SELECT regexp_replace(lower(coalesce(words, '')), '[^[:alnum:]]', '', 'g') $$;

-- Do these words, for one person of the network, say where another of them lives or lived? Kept addresses always; of
-- somebody who is kept apart, every address that nobody ruled they may know.
CREATE FUNCTION decisions_tells_where(network uuid, words text) RETURNS boolean {HEAD}
DECLARE
    reader uuid := (SELECT n.person_id FROM decisions_networkperson n WHERE n.id = network);
    meeting uuid := decisions_meeting_of('network', network);
    apart boolean := EXISTS (SELECT FROM decisions_prepared p WHERE p.network_id = network AND p.safe_how <> 'together');
    said text := decisions_bare(words);
BEGIN
    RETURN EXISTS (
        SELECT FROM people_address a JOIN (
            SELECT n.person_id FROM decisions_networkperson n WHERE n.meeting_id = meeting
            UNION SELECT p.person_id FROM decisions_meetingperson p
             WHERE p.offer_id = decisions_offer_of('meeting', meeting)) k ON k.person_id = a.person_id
         WHERE a.person_id IS DISTINCT FROM reader AND (a.protected OR apart)
           AND NOT EXISTS (SELECT FROM people_mayknow y WHERE y.person_id = a.person_id AND y.other_id = reader
                              AND y.may AND y.during @> kith_today())
           -- Whoever lives there too knows it.
           AND NOT EXISTS (SELECT FROM people_address own WHERE own.person_id = reader AND own.during @> kith_today()
                              AND decisions_bare(own.lines || own.postcode) = decisions_bare(a.lines || a.postcode))
           AND ((length(decisions_bare(a.postcode)) >= 5 AND strpos(said, decisions_bare(a.postcode)) > 0)
                OR (length(decisions_bare(split_part(a.lines, ',', 1))) >= 5
                    AND strpos(said, decisions_bare(split_part(a.lines, ',', 1))) > 0)));
END $$;

-- Why this person may not be sent this invitation, as a word; nothing where they may.
CREATE FUNCTION decisions_why_not(network uuid, at timestamptz, where_to text, adds text) RETURNS text {HEAD}
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
    -- Who is kept apart is told of no place, and (with a meeting of their own) of no day, that is another's.
    IF EXISTS (
        SELECT FROM (
            SELECT coalesce(p.safe_how, 'together') AS how, i.come_at, i.place, i.words AS adds,
                   decisions_bare(split_part(i.place, ',', 1)) AS house
              FROM decisions_networkperson o JOIN decisions_invitation i ON i.network_id = o.id
              LEFT JOIN decisions_prepared p ON p.network_id = o.id
             WHERE o.meeting_id = them.meeting_id AND o.id <> network) other
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

CREATE FUNCTION decisions_may_release(thing uuid, reader uuid) RETURNS boolean {HEAD}
DECLARE me uuid := kith_actor(); what text;
BEGIN
    IF me IS NULL OR kith_on_behalf_of() IS NOT NULL THEN RETURN false; END IF;
    IF EXISTS (SELECT FROM decisions_meetingoffer o WHERE o.id = thing) THEN
        RETURN kith_actor_role() IN ({RELEASES}) AND decisions_staff('offer', thing, me) AND NOT decisions_untold(thing)
           AND EXISTS (SELECT FROM decisions_meetingperson p WHERE p.offer_id = thing AND p.person_id = reader);
    END IF;
    what := CASE
        WHEN EXISTS (SELECT FROM decisions_invitation i JOIN decisions_networkperson n ON n.id = i.network_id
                      WHERE i.id = thing AND n.person_id = reader) THEN 'invitation'
        WHEN decisions_plan_agreed(thing) THEN 'plan'
        WHEN EXISTS (SELECT FROM decisions_familyplanline l WHERE l.id = thing AND decisions_plan_agreed(l.plan_id)) THEN 'line'
        WHEN EXISTS (SELECT FROM decisions_reviewmeeting r WHERE r.id = thing) THEN 'review' END;
    RETURN what IS NOT NULL AND decisions_coordinates(what, thing, me) AND NOT decisions_untold(decisions_offer_of(what, thing))
       AND EXISTS (SELECT FROM decisions_networkperson n WHERE n.meeting_id = decisions_meeting_of(what, thing)
                      AND n.person_id = reader AND (n.may_ask = 'may' OR (n.may_ask = 'only_if' AND n.only_if_agreed_on IS NOT NULL)))
       AND NOT EXISTS (SELECT FROM decisions_networkperson n WHERE n.meeting_id = decisions_meeting_of(what, thing)
                      AND n.person_id = reader AND n.may_ask = 'never')
       -- A part of the plan that says where somebody lives goes to nobody who may not know it.
       AND (what <> 'line' OR NOT EXISTS (SELECT FROM decisions_familyplanline l, decisions_networkperson n
             WHERE l.id = thing AND n.meeting_id = decisions_meeting_of('line', thing) AND n.person_id = reader
               AND decisions_tells_where(n.id, l.words)));
END $$;

CREATE FUNCTION decisions_may_withdraw(thing uuid) RETURNS boolean {HEAD}
DECLARE me uuid := kith_actor();
BEGIN
    RETURN me IS NOT NULL AND kith_on_behalf_of() IS NULL AND (
        decisions_staff('offer', thing, me) OR decisions_coordinates('invitation', thing, me)
        OR decisions_coordinates('plan', thing, me) OR decisions_coordinates('line', thing, me)
        OR decisions_coordinates('review', thing, me));
END $$;
"""

FROM_THE_DOOR = f"""
-- The marks of a conference. That everybody was made ready is said; by whom and how is the coordinator's.
CREATE FUNCTION decisions_marks(meeting uuid) RETURNS TABLE
    (kind text, held boolean, private_time boolean, independent boolean, all_prepared boolean, own_plan boolean) {HEAD}
DECLARE who uuid := kith_actor();
BEGIN
    RETURN QUERY SELECT m.kind::text, m.held_on IS NOT NULL,
           EXISTS (SELECT FROM decisions_stage s WHERE s.meeting_id = m.id AND s.stage = 'private' AND s.to_at IS NOT NULL),
           decisions_independent(m.offer_id, m.coordinator_id),
           EXISTS (SELECT FROM decisions_networkperson n JOIN decisions_invitation i ON i.network_id = n.id
                    WHERE n.meeting_id = m.id)
           AND NOT EXISTS (SELECT FROM decisions_networkperson n WHERE n.meeting_id = m.id
                AND (n.part = 'child' OR EXISTS (SELECT FROM decisions_invitation i WHERE i.network_id = n.id))
                AND n.may_ask <> 'never'
                AND NOT EXISTS (SELECT FROM decisions_prepared p WHERE p.network_id = n.id AND p.prepared_on IS NOT NULL)),
           EXISTS (SELECT FROM decisions_familyplan p WHERE p.meeting_id = m.id AND p.agreed_on IS NOT NULL)
      FROM decisions_familymeeting m
     WHERE m.id = meeting AND kith_on_behalf_of() IS NULL
       AND (decisions_staff('meeting', m.id, who) OR decisions_coordinates('meeting', m.id, who));
END $$;

-- One's own invitations, with the meeting and whom to ring: all that this door knows of a coordinator.
CREATE FUNCTION decisions_my_invitations() RETURNS TABLE (invitation uuid, meeting uuid, name text, phone text) {HEAD}
DECLARE who uuid := coalesce(kith_on_behalf_of(), kith_actor());
BEGIN
    RETURN QUERY SELECT i.id, m.id, a.display_name::text, a.phone::text
      FROM access_dooraccess d JOIN access_release r ON r.reader_id = d.person_id AND r.kind = 'meeting' AND r.withdrawn_at IS NULL
      JOIN decisions_invitation i ON i.id = r.item JOIN decisions_networkperson n ON n.id = i.network_id
      JOIN decisions_familymeeting m ON m.id = n.meeting_id JOIN access_account a ON a.id = m.coordinator_id
     WHERE d.account_id = who AND d.capacity = 'self' AND d.during @> now() AND kith_on_behalf_of() IS NULL
       AND decisions_door('invitation', i.id, who);
END $$;
"""

TELL = """
-- The coordinator holds no grant on the people, so what must be on their story is put there by this alone. One way: it
-- is about the meeting's children, and whoever of those it is about is named; the coordinator cannot read it back.
CREATE FUNCTION decisions_tell(meeting uuid, code text, words text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    me uuid := kith_actor(); made uuid := gen_random_uuid(); moment timestamptz := now(); my_name text;
    of_offer uuid := decisions_offer_of('meeting', meeting); hidden uuid;
    says text := CASE code
        WHEN 'at_risk' THEN 'From the meeting''s coordinator: somebody may be at risk'
        WHEN 'planned' THEN 'A day was found for the family''s meeting'
        WHEN 'held' THEN 'The family''s meeting was held'
        WHEN 'plan_agreed' THEN 'The family agreed its own plan'
        WHEN 'reviewed' THEN 'The family looked at its plan again'
        WHEN 'closed' THEN 'The work for the family''s meeting ended' END;
BEGIN
    IF says IS NULL OR kith_on_behalf_of() IS NOT NULL OR NOT decisions_coordinates('meeting', meeting, me)
        OR (code <> 'at_risk' AND words <> '') OR (code = 'at_risk' AND btrim(words) = '')
    THEN
        RAISE EXCEPTION 'only the meeting''s coordinator tells of it' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT a.display_name INTO my_name FROM access_account a WHERE a.id = me;
    SELECT o.covert_id INTO hidden FROM decisions_meetingoffer o WHERE o.id = of_offer;
    INSERT INTO story_event (id, recorded_at, recorded_by, source, kind, action, happened_at, all_day, title, facts, label,
                             written_by_name, covert_id)
    VALUES (made, moment, me, 'worker', CASE code WHEN 'at_risk' THEN 'note' ELSE 'record' END,
            'decisions.' || CASE code WHEN 'at_risk' THEN 'tell_worker_at_risk' ELSE code END, moment, false, says,
            CASE code WHEN 'at_risk' THEN '{"sections": ["text"]}'::jsonb ELSE '{}'::jsonb END, 1, my_name, hidden);
    INSERT INTO story_about (id, recorded_at, recorded_by, source, event_id, person_id, happened_at, part)
    SELECT gen_random_uuid(), moment, me, 'worker', made, p.person_id, moment, ''
      FROM decisions_meetingperson p WHERE p.offer_id = of_offer AND p.part = 'child';
    IF code = 'at_risk' THEN
        INSERT INTO story_passage (id, recorded_at, recorded_by, source, event_id, position, label, text, whose_words)
        VALUES (gen_random_uuid(), moment, me, 'worker', made, 0, 1, words, '');
        INSERT INTO decisions_risktold (id, recorded_at, recorded_by, source, offer_id, told_id, told_at)
        VALUES (gen_random_uuid(), moment, me, 'worker', of_offer, made, moment);
    END IF;
    RETURN made;
END $$;

-- A worker may end a coordinator's work (and with it the access): ill, or not independent after all.
CREATE FUNCTION decisions_end_coordinating(meeting uuid, why text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR NOT coalesce(access_role_edits(kith_actor_role()), false)
        OR NOT decisions_staff('meeting', meeting, kith_actor()) OR btrim(why) = ''
    THEN
        RETURN false;
    END IF;
    UPDATE decisions_familymeeting m SET closed_on = kith_today(), why_closed = left(why, 300)
     WHERE m.id = meeting AND m.closed_on IS NULL;
    RETURN FOUND;
END $$;
"""

# An agreed plan is the family's: no login changes it, the owner's neither.
KEPT = """
CREATE FUNCTION decisions_plan_kept() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE agreed boolean;
BEGIN
    IF TG_TABLE_NAME = 'decisions_familyplan' THEN
        agreed := OLD.agreed_on IS NOT NULL;
    ELSE
        agreed := EXISTS (SELECT FROM decisions_familyplan p WHERE p.agreed_on IS NOT NULL AND p.id IN (
            CASE WHEN TG_OP <> 'INSERT' THEN OLD.plan_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.plan_id END));
    END IF;
    IF agreed THEN
        RAISE EXCEPTION 'a plan that the family agreed is not changed: make a new version' USING ERRCODE = 'check_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER decisions_plan_kept BEFORE UPDATE OR DELETE ON decisions_familyplan FOR EACH ROW
    EXECUTE FUNCTION decisions_plan_kept();
CREATE TRIGGER decisions_line_kept BEFORE INSERT OR UPDATE OR DELETE ON decisions_familyplanline FOR EACH ROW
    EXECUTE FUNCTION decisions_plan_kept();
"""

FACTS = """
CREATE FUNCTION decisions_say(of_offer uuid, what text, day date) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO decisions_meetingfact (id, recorded_at, recorded_by, source, offer_id, person_id, kind, happened_on, in_letter)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', of_offer, p.person_id, what, day,
           what = 'offered' AND (SELECT o.in_letter FROM decisions_meetingoffer o WHERE o.id = of_offer)
      FROM decisions_meetingperson p WHERE p.offer_id = of_offer AND p.part = 'child'
    ON CONFLICT (offer_id, person_id, kind) DO UPDATE SET happened_on = excluded.happened_on
        WHERE decisions_meetingfact.happened_on IS DISTINCT FROM excluded.happened_on
$$;

CREATE FUNCTION decisions_facts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE of_offer uuid; of_plan uuid; day date;
BEGIN
    IF TG_TABLE_NAME = 'decisions_meetingperson' THEN
        PERFORM decisions_say(NEW.offer_id, 'offered', (SELECT o.offered_on FROM decisions_meetingoffer o WHERE o.id = NEW.offer_id));
    ELSIF TG_TABLE_NAME = 'decisions_offeranswer' THEN
        -- Of each person the last answer holds; one yes is enough (s31ZA(2)).
        SELECT min(l.answered_on) INTO day FROM (
            SELECT DISTINCT ON (a.person_id) a.answer, a.answered_on FROM decisions_offeranswer a
             WHERE a.offer_id = NEW.offer_id ORDER BY a.person_id, a.answered_on DESC, a.recorded_at DESC) l
         WHERE l.answer = 'accepted';
        IF day IS NULL THEN
            DELETE FROM decisions_meetingfact f WHERE f.offer_id = NEW.offer_id AND f.kind = 'accepted';
        ELSE
            PERFORM decisions_say(NEW.offer_id, 'accepted', day);
        END IF;
    ELSIF TG_TABLE_NAME = 'decisions_familymeeting' THEN
        IF NEW.held_on IS NOT NULL THEN PERFORM decisions_say(NEW.offer_id, 'held', NEW.held_on); END IF;
    ELSIF TG_TABLE_NAME = 'decisions_familyplan' THEN
        IF NEW.agreed_on IS NOT NULL THEN PERFORM decisions_say(decisions_offer_of('plan', NEW.id), 'planned', NEW.agreed_on); END IF;
    ELSE
        SELECT l.plan_id INTO of_plan FROM decisions_familyplanline l WHERE l.id = NEW.line_id;
        IF NOT EXISTS (SELECT FROM decisions_familyplanline l WHERE l.plan_id = of_plan
                          AND NOT EXISTS (SELECT FROM decisions_authorityanswer a WHERE a.line_id = l.id))
        THEN
            SELECT max(f.first_on) INTO day FROM (SELECT min(a.answered_on) AS first_on FROM decisions_authorityanswer a
              JOIN decisions_familyplanline l ON l.id = a.line_id WHERE l.plan_id = of_plan GROUP BY a.line_id) f;
            PERFORM decisions_say(decisions_offer_of('plan', of_plan), 'answered', day);
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER decisions_facts AFTER INSERT ON decisions_meetingperson FOR EACH ROW
    WHEN (NEW.part = 'child') EXECUTE FUNCTION decisions_facts();
CREATE TRIGGER decisions_facts AFTER INSERT ON decisions_offeranswer FOR EACH ROW EXECUTE FUNCTION decisions_facts();
CREATE TRIGGER decisions_facts AFTER INSERT OR UPDATE OF held_on ON decisions_familymeeting FOR EACH ROW
    EXECUTE FUNCTION decisions_facts();
CREATE TRIGGER decisions_facts AFTER INSERT OR UPDATE OF agreed_on ON decisions_familyplan FOR EACH ROW
    EXECUTE FUNCTION decisions_facts();
CREATE TRIGGER decisions_facts AFTER INSERT ON decisions_authorityanswer FOR EACH ROW EXECUTE FUNCTION decisions_facts();
"""

ASKED = (
    "decisions_staff(text, uuid, uuid)", "decisions_manages(text, uuid, uuid)", "decisions_coordinates(text, uuid, uuid)",
    "decisions_door(text, uuid, uuid)", "decisions_is_me(uuid, uuid)", "decisions_plan_agreed(uuid)",
    "decisions_was_told(uuid, uuid)", "decisions_independent(uuid, uuid)", "decisions_bare(text)",
    "decisions_why_not(uuid, timestamptz, text, text)", "decisions_may_release(uuid, uuid)",
    "decisions_may_withdraw(uuid)", "decisions_my_invitations()", "decisions_tell(uuid, text, text)",
    "decisions_end_coordinating(uuid, text)", "decisions_marks(uuid)",
)  # fmt: skip
# Asked by the others alone: nobody may ask them of anything they like.
WITHIN = (
    "decisions_meeting_of(text, uuid)", "decisions_offer_of(text, uuid)", "decisions_untold(uuid)",
    "decisions_tells_where(uuid, text)", "decisions_say(uuid, text, date)", "decisions_facts()", "decisions_plan_kept()",
)  # fmt: skip
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC;\n"
    + (f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" if each in ASKED else "")
    + f"ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*ASKED, *WITHIN)
)


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0001_initial"),
        ("access", "0065_released_of_other_rooms"),
        ("story", "0054_nothing_covert_outside"),
        ("core", "0031_today"),
    ]
    operations = [
        migrations.RunSQL(sql, reverse_sql=migrations.RunSQL.noop)
        for sql in (OF, SEES, WRITES, FROM_THE_DOOR, TELL, KEPT, FACTS, OWNERS)
    ]
