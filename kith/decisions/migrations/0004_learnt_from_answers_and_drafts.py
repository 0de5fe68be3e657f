"""What more a reader could learn of a family meeting: from the council's answer, from drafts, from a linked record.

- The council's answer to a part is read by whoever reads the part, so it too says of nobody where they are.
- What the family struck out before it agreed stays the coordinator's, in the history as well.
- An address kept on a record that is linked to another's is that person's; and a kept number is as an address.
- Who is kept apart is not told the day on which the others meet again.
- A coordinator or worker whose time here is over reads nothing.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
FAMILY = "'parent', 'young_person', 'carer'"
OUTSIDE = "'partner', 'school'"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door'"
ASKER = "coalesce(who IN (kith_actor(), kith_on_behalf_of()), false)"
OPEN = "a.is_active AND access_account_open(a.from_on, a.until_on)"

SEES = f"""
CREATE OR REPLACE FUNCTION decisions_staff(what text, thing uuid, who uuid) RETURNS boolean {HEAD}
DECLARE of_offer uuid; role_now text; children uuid[];
BEGIN
    IF NOT {ASKER} THEN RETURN false; END IF;
    role_now := (SELECT a.role FROM access_account a WHERE a.id = who AND {OPEN});
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

CREATE OR REPLACE FUNCTION decisions_coordinates(what text, thing uuid, who uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN {ASKER} AND EXISTS (SELECT FROM decisions_familymeeting m JOIN access_account a ON a.id = m.coordinator_id
        WHERE m.id = decisions_meeting_of(what, thing) AND a.id = who AND a.role = 'coordinator' AND {OPEN}
          AND m.closed_on IS NULL);
END $$;
"""

WHERE_THEY_ARE = f"""
-- Do these words, for one person of the network, say where another of them lives or lived, or how to reach them? What
-- is kept always; of somebody who is kept apart, everything that nobody ruled they may know.
CREATE OR REPLACE FUNCTION decisions_tells_where(network uuid, words text) RETURNS boolean {HEAD}
DECLARE
    reader uuid := (SELECT n.person_id FROM decisions_networkperson n WHERE n.id = network);
    meeting uuid := decisions_meeting_of('network', network);
    apart boolean := EXISTS (SELECT FROM decisions_prepared p WHERE p.network_id = network AND p.safe_how <> 'together');
    said text := decisions_bare(words);
    me uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[reader]) s WHERE reader IS NOT NULL);
    others uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY(
        SELECT n.person_id FROM decisions_networkperson n WHERE n.meeting_id = meeting AND n.person_id IS NOT NULL
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

-- Would the council's answer tell a reader of this part where another is? Asked by whoever may answer it.
CREATE FUNCTION decisions_answer_tells_where(line uuid, words text) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT decisions_staff('line', line, kith_actor()) OR EXISTS (
        SELECT FROM access_release r JOIN decisions_networkperson n ON n.person_id = r.reader_id
         WHERE r.item = line AND r.withdrawn_at IS NULL AND n.meeting_id = decisions_meeting_of('line', line)
           AND decisions_tells_where(n.id, words));
END $$;

CREATE OR REPLACE FUNCTION decisions_may_release(thing uuid, reader uuid) RETURNS boolean {HEAD}
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
       -- Who is kept apart is not told the day on which the others meet.
       AND (what <> 'review' OR NOT EXISTS (SELECT FROM decisions_networkperson n JOIN decisions_prepared p
              ON p.network_id = n.id WHERE n.meeting_id = decisions_meeting_of('review', thing)
             AND n.person_id = reader AND p.safe_how <> 'together'))
       -- A part of the plan, or the answer to it, that says where somebody is goes to nobody who may not know it.
       AND (what <> 'line' OR NOT EXISTS (SELECT FROM decisions_familyplanline l, decisions_networkperson n
             WHERE l.id = thing AND n.meeting_id = decisions_meeting_of('line', thing) AND n.person_id = reader
               AND (decisions_tells_where(n.id, l.words) OR EXISTS (SELECT FROM decisions_authorityanswer a
                     WHERE a.line_id = l.id AND decisions_tells_where(n.id, concat_ws(' ', a.reason, a.gives))))));
END $$;

-- Is this the part as the family agreed it, and may the actor read it?
CREATE FUNCTION decisions_line_stands(line uuid, words text) RETURNS boolean {HEAD}
BEGIN
    RETURN (decisions_staff('line', line, kith_actor()) OR decisions_door('line', line, kith_actor()))
       AND EXISTS (SELECT FROM decisions_familyplanline l WHERE l.id = line AND l.words = decisions_line_stands.words
                      AND decisions_plan_agreed(l.plan_id));
END $$;
""" + "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;"
    f" ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in ("decisions_answer_tells_where(uuid, text)", "decisions_line_stands(uuid, text)")
)

POLICIES = """
CREATE POLICY decisions_authorityanswer_where ON decisions_authorityanswer AS RESTRICTIVE FOR INSERT TO kith_app
    WITH CHECK (NOT decisions_answer_tells_where(line_id, concat_ws(' ', reason, gives)));
CREATE POLICY decisions_familyplanlineevent_drafts ON decisions_familyplanlineevent AS RESTRICTIVE FOR SELECT TO kith_app
    USING (decisions_coordinates('plan', plan_id, (SELECT kith_actor())) OR decisions_line_stands(id, words));
"""


class Migration(migrations.Migration):
    dependencies = [("decisions", "0003_policies")]
    operations = [
        migrations.RunSQL(sql, reverse_sql=migrations.RunSQL.noop) for sql in (SEES, WHERE_THEY_ARE, POLICIES)
    ]
