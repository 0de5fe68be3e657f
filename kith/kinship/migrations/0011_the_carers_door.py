"""What a kinship carer reads behind their own door: by a function that gives the words and no more.

A policy hides rows, not columns: why a carer needs to know something, whose information it is, who wrote it down and what
the reasons rest on stay with staff, whatever SQL a family account could run. Everything is the reader's own or was released
to them by name: their caring for a child (with what they may decide, what they are paid and when they are asked), each
thing that they need to know, each line of support, the reasons as they are told them, and their own assessment.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
INSIDE = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
SQL = f"""
-- The people that the reader is: one, and its linked records.
CREATE FUNCTION kinship_me() RETURNS uuid[] {HEAD}
BEGIN
    RETURN ARRAY(SELECT s.same FROM access_dooraccess d CROSS JOIN kith_same_people(ARRAY[d.person_id]) s
      WHERE d.account_id = coalesce(kith_on_behalf_of(), kith_actor()) AND d.capacity = 'self' AND d.during @> now());
END $$;

-- Whoever acts is this person: never while somebody looks through another's eyes.
CREATE FUNCTION kinship_is_me(person uuid) RETURNS boolean {HEAD}
BEGIN RETURN kith_on_behalf_of() IS NULL AND coalesce(person = ANY (kinship_me()), false); END $$;

-- What is carried over was given by the same person before: nobody's words become another's.
CREATE FUNCTION kinship_said_by(earlier uuid, person uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN earlier IS NULL OR EXISTS (SELECT FROM kinship_said s JOIN kith_same_people(ARRAY[person]) p ON p.same = s.person_id
                                       WHERE s.id = earlier);
END $$;

-- A worker who looks through the reader's eyes sees no more than they would themselves.
CREATE FUNCTION kinship_watched(person uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN kith_on_behalf_of() IS NULL OR (coalesce(kith_actor_role() IN ({INSIDE}), false)
       AND EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = $1 AND g.level >= 2
                      AND (g.label_mask & 1) <> 0 AND g.during @> now()));
END $$;

CREATE FUNCTION kinship_my_door() RETURNS TABLE (kind text, item uuid, child uuid, caring uuid, body jsonb) {HEAD}
DECLARE reader uuid := coalesce(kith_on_behalf_of(), kith_actor()); me uuid[] := kinship_me();
BEGIN
    IF cardinality(me) = 0 OR NOT EXISTS (SELECT FROM unnest(me) p WHERE kinship_watched(p)) THEN RETURN; END IF;
    RETURN QUERY
    WITH c AS MATERIALIZED (SELECT * FROM kinship_caring c WHERE c.carer_id = ANY (me) AND kith_released(c.id, reader)
                               AND kinship_watched(c.child_id)),
    now AS MATERIALIZED (SELECT * FROM c WHERE c.until IS NULL OR c.until > kith_today()),
    told AS MATERIALIZED (SELECT t.* FROM kinship_toldreason t JOIN kinship_firstlook l ON l.id = t.look_id
                           WHERE t.person_id = ANY (me) AND kith_released(t.id, reader) AND kinship_watched(l.child_id)),
    a AS MATERIALIZED (SELECT f.*, x.person_id AS adult FROM kinship_fullassessment f JOIN kinship_assessedadult x
                           ON x.assessment_id = f.id AND x.person_id = ANY (me)
                        WHERE kith_released(f.id, reader) AND kinship_watched(f.child_id)),
    paid AS MATERIALIZED (SELECT w.*, c.child_id FROM kinship_award w JOIN c ON c.id = w.caring_id)
    SELECT 'caring', c.id, c.child_id, c.id, jsonb_build_object('kind', c.kind, 'since', c.since, 'until', c.until,
           'after_care', c.after_care, 'ours', c.until IS NULL OR c.until > kith_today(),
           'contact', (SELECT jsonb_build_object('name', w.name, 'phone', w.phone, 'duty',
                        (SELECT k.duty_number FROM access_account o JOIN access_team k ON k.id = o.team_id WHERE o.id = w.account))
                         FROM access_workers_told() w WHERE w.account = c.contact_id LIMIT 1)) FROM c
    UNION ALL (SELECT DISTINCT ON (d.caring_id, d.what) 'decide', d.id, now.child_id, now.id,
           jsonb_build_object('what', d.what, 'may', d.may, 'words', d.words)
      FROM kinship_maydecide d JOIN now ON now.id = d.caring_id ORDER BY d.caring_id, d.what, d.recorded_at DESC, d.id)
    UNION ALL SELECT 'check', k.id, now.child_id, now.id, jsonb_build_object('age', k.age, 'due_on', k.due_on)
      FROM kinship_checkin k JOIN now ON now.id = k.caring_id WHERE k.done_on IS NULL
    UNION ALL SELECT 'know', n.id, n.child_id, NULL, jsonb_build_object('words', n.words)
      FROM kinship_needtoknow n WHERE kith_released(n.id, reader) AND n.child_id IN (SELECT now.child_id FROM now)
    UNION ALL SELECT 'support', s.id, c.child_id, c.id, jsonb_build_object('need', s.need, 'words', s.words, 'what', s.what,
           'who', s.who, 'by_on', s.by_on, 'done_on', s.done_on)
      FROM kinship_supportline s JOIN c ON c.id = s.caring_id WHERE kith_released(s.id, reader) AND s.stopped_because = ''
    UNION ALL SELECT 'request', r.id, c.child_id, c.id, jsonb_build_object('kind', r.kind, 'words', r.words,
           'asked_on', r.asked_on, 'answer', r.answer, 'reason', r.reason, 'pence', r.pence, 'answered_on', r.answered_on,
           'began_on', r.began_on)
      FROM kinship_request r JOIN c ON c.id = r.caring_id WHERE r.person_id = ANY (me)
    UNION ALL SELECT 'award', p.id, p.child_id, p.caring_id, jsonb_build_object('pence', p.weekly_pence, 'from_on', p.from_on,
           'until', p.until, 'ended', p.ended, 'rules', p.rules, 'lines', p.lines, 'reason', p.reason,
           'agreement_on', p.agreement_on, 'review_on', p.review_on) FROM paid p
    UNION ALL SELECT 'notice', n.id, p.child_id, p.caring_id, jsonb_build_object('award', n.award_id, 'from_pence',
           p.weekly_pence, 'to_pence', n.to_pence, 'reason', n.reason, 'given_on', n.given_on, 'answer_by', n.answer_by,
           'decided_on', n.decided_on, 'stands', n.stands, 'decision', n.decision)
      FROM kinship_reductionnotice n JOIN paid p ON p.id = n.award_id
    UNION ALL SELECT 'noticed', r.id, p.child_id, p.caring_id, jsonb_build_object('of', r.notice_id, 'words', r.words, 'on', r.on)
      FROM kinship_noticeanswer r JOIN kinship_reductionnotice n ON n.id = r.notice_id JOIN paid p ON p.id = n.award_id
    UNION ALL SELECT 'approval', t.id, t.child_id, NULL, jsonb_build_object('began_on', t.began_on, 'runs_until',
           coalesce((SELECT e.runs_until FROM kinship_approvalextension e WHERE e.approval_id = t.id AND e.kind = 'longer'),
                    t.runs_until), 'review', EXISTS (SELECT FROM kinship_approvalextension e WHERE e.approval_id = t.id
                    AND e.kind = 'review'), 'agreement_on', t.agreement_on)
      FROM kinship_temporaryapproval t
     WHERE t.carer_id = ANY (me) AND t.ended_on IS NULL AND t.child_id IN (SELECT now.child_id FROM now)
    UNION ALL SELECT 'told', t.id, l.child_id, NULL, jsonb_build_object('outcome', l.outcome, 'decided_on', l.decided_on,
           'words', t.words) FROM told t JOIN kinship_firstlook l ON l.id = t.look_id
    UNION ALL SELECT 'challenge', q.id, l.child_id, NULL, jsonb_build_object('of', q.told_id, 'words', q.words, 'on', q.on,
           'answer', q.answer, 'answered_on', q.answered_on)
      FROM kinship_lookchallenge q JOIN told t ON t.id = q.told_id JOIN kinship_firstlook l ON l.id = t.look_id
     WHERE q.person_id = ANY (me)
    UNION ALL SELECT 'assessment', a.id, a.child_id, NULL, jsonb_build_object('route', a.route, 'started_on', a.started_on,
           'finished_on', a.finished_on, 'outcome', a.outcome, 'me', a.adult) FROM a
    UNION ALL (SELECT DISTINCT ON (s.assessment_id, s.question) 'said', s.id, a.child_id, NULL, jsonb_build_object('of', a.id,
           'question', s.question, 'words', s.words, 'on', s.on, 'carried', s.carried_id IS NOT NULL)
      FROM kinship_said s JOIN a ON a.id = s.assessment_id WHERE s.person_id = ANY (me)
     ORDER BY s.assessment_id, s.question, s.recorded_at DESC, s.id)
    UNION ALL SELECT 'own', o.id, a.child_id, NULL, jsonb_build_object('of', a.id, 'words', o.words, 'on', o.on)
      FROM kinship_ownanswer o JOIN a ON a.id = o.assessment_id WHERE o.person_id = ANY (me);
END $$;

CREATE FUNCTION kinship_in_my_door(what text, of_it uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND EXISTS (SELECT FROM kinship_my_door() m WHERE m.kind = what AND m.item = of_it);
END $$;

-- What may be released, in which words, about which child, and to whom alone (`readers`).
CREATE FUNCTION kinship_item(of_it uuid) RETURNS TABLE (words text, child uuid, concerns uuid, readers uuid[]) {HEAD}
BEGIN
    RETURN QUERY
    SELECT ''::text, c.child_id, NULL::uuid, ARRAY[c.carer_id] FROM kinship_caring c WHERE c.id = of_it
    UNION ALL SELECT n.words::text, n.child_id, n.concerns_id, ARRAY(SELECT c.carer_id FROM kinship_caring c
           WHERE c.child_id = n.child_id AND (c.until IS NULL OR c.until > kith_today()))
      FROM kinship_needtoknow n WHERE n.id = of_it
    UNION ALL SELECT concat_ws(' ', s.words, s.what, s.who), c.child_id, NULL, ARRAY[c.carer_id]
      FROM kinship_supportline s JOIN kinship_caring c ON c.id = s.caring_id WHERE s.id = of_it
    UNION ALL SELECT t.words::text, l.child_id, NULL, ARRAY[t.person_id]
      FROM kinship_toldreason t JOIN kinship_firstlook l ON l.id = t.look_id WHERE t.id = of_it
    UNION ALL SELECT '', a.child_id, NULL, ARRAY(SELECT x.person_id FROM kinship_assessedadult x WHERE x.assessment_id = a.id)
      FROM kinship_fullassessment a WHERE a.id = of_it;
END $$;

CREATE FUNCTION kinship_gives_away(of_it uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN RETURN EXISTS (SELECT FROM kinship_item(of_it) i, access_found_in(reader, i.words)); END $$;

CREATE FUNCTION kinship_opens(person uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN person IS NULL OR EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = $1
       AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now());
END $$;

CREATE FUNCTION kinship_may_release(of_it uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND coalesce(kith_actor_role() IN ({RELEASES}), false)
       AND EXISTS (SELECT FROM kinship_item(of_it) i WHERE kinship_opens(i.child) AND kinship_opens(i.concerns)
                      AND EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = reader
                                     AND (g.label_mask & 1) <> 0 AND g.during @> now())
                      AND reader = ANY (i.readers))
       AND NOT kinship_gives_away(of_it, reader);
END $$;

CREATE FUNCTION kinship_released_item_open(of_it uuid) RETURNS boolean {HEAD}
BEGIN RETURN EXISTS (SELECT FROM kinship_item(of_it) i WHERE kinship_opens(i.child)); END $$;

CREATE POLICY access_release_insert_kinship ON access_release FOR INSERT TO kith_app
    WITH CHECK (kind = 'kinship' AND recorded_by = (SELECT kith_actor()) AND withdrawn_at IS NULL
                AND kinship_may_release(item, reader_id));
CREATE POLICY access_release_update_kinship ON access_release FOR UPDATE TO kith_app
    USING (kind = 'kinship' AND (SELECT kith_actor_role()) IN ({RELEASES}) AND kinship_released_item_open(item))
    WITH CHECK (withdrawn_at IS NOT NULL);

-- Nothing is cut without notice, time to answer and a decision that hears the answer (SI 2005/1109 reg 18).
CREATE FUNCTION kinship_no_cut_without_notice() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE was kinship_award;
BEGIN
    SELECT * INTO was FROM kinship_award w WHERE w.caring_id = NEW.caring_id AND w.from_on < NEW.from_on AND w.id <> NEW.id
     ORDER BY w.from_on DESC LIMIT 1;
    IF FOUND AND NEW.weekly_pence < was.weekly_pence AND NEW.source <> 'demo' AND NOT EXISTS (
        SELECT FROM kinship_reductionnotice n WHERE n.award_id = was.id AND n.stands AND n.to_pence <= NEW.weekly_pence
           AND n.decided_on > n.answer_by AND n.decided_on <= NEW.from_on) THEN
        RAISE EXCEPTION 'less is paid only after notice, time to answer and a decision' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER kinship_no_cut BEFORE INSERT ON kinship_award FOR EACH ROW EXECUTE FUNCTION kinship_no_cut_without_notice();
"""
CALLED = (
    "kinship_is_me(uuid)", "kinship_said_by(uuid, uuid)", "kinship_my_door()", "kinship_in_my_door(text, uuid)",
    "kinship_may_release(uuid, uuid)", "kinship_released_item_open(uuid)",
)  # fmt: skip
INNER = (
    "kinship_me()", "kinship_watched(uuid)", "kinship_item(uuid)", "kinship_gives_away(uuid, uuid)",
    "kinship_opens(uuid)", "kinship_no_cut_without_notice()",
)  # fmt: skip
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*CALLED, *INNER)
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)


class Migration(migrations.Migration):
    dependencies = [("kinship", "0010_caring"), ("access", "0120_kinship_is_released")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (SQL, OWNERS)]
