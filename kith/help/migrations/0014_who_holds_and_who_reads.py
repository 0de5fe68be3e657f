"""Who reads a request for help, and how it is always on exactly one list.

A request is read by whoever holds it, by a worker of the council to whom it is offered, and by those who decide at
the front door; never behind a family's door, never with no actor, never by roles that count. A charity or school to
which it is offered reads what the giver said of it until it says yes. Where a person whom it was found to be about is
restricted, the front door reads it only if that record is open to it, and its list says whom to ring instead.

Every giving goes through functions of the definer's, so that no request can be taken, dropped or held twice; a
constraint trigger asks at the end of each transaction that exactly one holding stands.

Tables of a family: read by staff of the council to whom somebody of the family is open and nobody of it restricted
from them (a worker who joins for one child has to see the help that the whole family has); written by those to whom
the whole family is open. Workers outside the council read only what is shared with them, which is none of these.
"""

from django.db import migrations

from kith.core.rls import EDITS, Policy, Protect, by_person, granted

SCREENS = "'front_door', 'manager'"
INSIDE = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'health', 'director'"
HOLDS = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'health', 'partner', 'school'"
HEAD = "LANGUAGE plpgsql {how} SECURITY DEFINER SET search_path = public, pg_temp AS $$"
READS, WRITES = HEAD.format(how="STABLE"), HEAD.format(how="VOLATILE")
OPEN_ROW = "h.refused_at IS NULL AND h.ended_at IS NULL"

FUNCTIONS = f"""
CREATE FUNCTION help_inside() RETURNS boolean {READS}
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND coalesce(kith_actor_role() IN ({INSIDE}), false);
END $$;

CREATE FUNCTION help_screens() RETURNS boolean {READS}
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND coalesce(kith_actor_role() IN ({SCREENS}), false);
END $$;

-- Whom to ring, where somebody whom the request is about is restricted and not open to the actor.
CREATE FUNCTION help_check_with(request uuid) RETURNS text {READS}
BEGIN
    RETURN (SELECT x.check_with FROM help_requestperson p
              JOIN kith_same_people(ARRAY[p.person_id]) s ON true
              JOIN access_restriction x ON x.person_id = s.same AND x.during @> kith_today()
             WHERE p.request_id = request AND NOT EXISTS (
                SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = p.person_id
                   AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now())
             LIMIT 1);
END $$;

CREATE FUNCTION help_request_open(request uuid) RETURNS boolean {READS}
DECLARE role text := kith_actor_role();
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR role IS NULL OR role NOT IN ({HOLDS}) THEN RETURN false; END IF;
    IF EXISTS (SELECT FROM help_requestholder h WHERE h.request_id = request AND h.account_id = kith_actor()
                  AND {OPEN_ROW} AND (h.accepted_at IS NOT NULL OR help_inside())) THEN
        RETURN true;
    END IF;
    RETURN help_screens() AND help_check_with(request) IS NULL;
END $$;

-- Is there nobody to do it: is it on the front door's list, or with somebody who has gone?
CREATE FUNCTION help_with_nobody(request uuid) RETURNS boolean {READS}
BEGIN
    RETURN EXISTS (SELECT FROM help_requestholder h LEFT JOIN access_account a ON a.id = h.account_id
                    WHERE h.request_id = request AND {OPEN_ROW} AND h.accepted_at IS NOT NULL
                      AND (a.id IS NULL OR NOT a.is_active OR NOT access_account_open(a.from_on, a.until_on)));
END $$;

-- Somebody asks. No actor is needed, nobody is looked up, and the same asking twice is one.
CREATE FUNCTION help_ask(asked uuid, facts jsonb) RETURNS void {WRITES}
DECLARE made uuid;
BEGIN
    INSERT INTO help_helprequest (id, recorded_at, recorded_by, source, reference, asked_at, how, who_asks, service,
        for_whom, what_is_hard, what_would_help, urgent, family_knows, safe_to, phone, email, address, when_safe,
        who_else_sees, not_safe_to_say, language, told_how)
    SELECT asked, now(), kith_actor(), CASE WHEN kith_actor() IS NULL THEN 'family' ELSE 'worker' END, f.reference,
           now(), f.how, f.who_asks, f.service, f.for_whom, f.what_is_hard, f.what_would_help, f.urgent,
           f.family_knows, f.safe_to, f.phone, f.email, f.address, f.when_safe, f.who_else_sees, f.not_safe_to_say,
           f.language, ''
      FROM jsonb_to_record(facts) AS f (reference text, how text, who_asks text, service text, for_whom text,
           what_is_hard text, what_would_help text, urgent boolean, family_knows boolean, safe_to varchar(5)[],
           phone text, email text, address text, when_safe text, who_else_sees text, not_safe_to_say text,
           language text)
        ON CONFLICT (id) DO NOTHING RETURNING id INTO made;
    IF made IS NOT NULL THEN
        INSERT INTO help_requestholder (id, recorded_at, recorded_by, source, request_id, given_at, accepted_at,
                                        words, why)
        VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', made, now(), now(), '', '');
    END IF;
END $$;

-- May the actor pass it on? Whoever holds it, and the front door.
CREATE FUNCTION help_may_give(request uuid) RETURNS boolean {READS}
BEGIN
    RETURN help_request_open(request)
       AND EXISTS (SELECT FROM help_helprequest r WHERE r.id = request AND r.closed_at IS NULL)
       AND (help_screens() OR EXISTS (SELECT FROM help_requestholder h WHERE h.request_id = request
                AND h.account_id = kith_actor() AND h.accepted_at IS NOT NULL AND h.ended_at IS NULL));
END $$;

-- Offer it to a worker, or back to the front door (no account). The giver keeps it. An offer before is called back.
CREATE FUNCTION help_give(request uuid, receiver uuid, said text) RETURNS uuid {WRITES}
DECLARE made uuid;
BEGIN
    PERFORM FROM help_helprequest r WHERE r.id = request FOR UPDATE;
    IF NOT help_may_give(request)
       OR EXISTS (SELECT FROM help_requestholder h WHERE h.request_id = request AND h.accepted_at IS NOT NULL
                     AND h.ended_at IS NULL AND h.account_id IS NOT DISTINCT FROM receiver)
       OR receiver = kith_actor()
       OR (receiver IS NOT NULL AND NOT EXISTS (SELECT FROM access_account a WHERE a.id = receiver AND a.is_active
              AND access_account_open(a.from_on, a.until_on) AND a.role IN ({HOLDS}))) THEN
        RETURN NULL;
    END IF;
    UPDATE help_requestholder h SET ended_at = now()
     WHERE h.request_id = request AND h.accepted_at IS NULL AND {OPEN_ROW};
    INSERT INTO help_requestholder (id, recorded_at, recorded_by, source, request_id, account_id, given_at, given_by,
                                    words, why)
    VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', request, receiver, now(), kith_actor(),
            left(said, 300), '') RETURNING id INTO made;
    RETURN made;
END $$;

-- The front door takes what is on its list, or what was left by somebody who has gone.
CREATE FUNCTION help_take(request uuid) RETURNS boolean {WRITES}
BEGIN
    PERFORM FROM help_helprequest r WHERE r.id = request FOR UPDATE;
    IF NOT (help_screens() AND help_request_open(request) AND help_with_nobody(request)) THEN RETURN false; END IF;
    UPDATE help_requestholder h SET ended_at = now()
     WHERE h.request_id = request AND h.accepted_at IS NOT NULL AND h.ended_at IS NULL;
    INSERT INTO help_requestholder (id, recorded_at, recorded_by, source, request_id, account_id, given_at, given_by,
                                    accepted_at, words, why)
    VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', request, kith_actor(), now(), kith_actor(), now(),
            '', '');
    RETURN true;
END $$;

-- The receiver's yes or no. Only a yes ends the giver's holding; a no needs its reason, and counts as a bounce.
CREATE FUNCTION help_answer(giving uuid, yes boolean, reason text) RETURNS boolean {WRITES}
DECLARE about uuid;
BEGIN
    SELECT h.request_id INTO about FROM help_requestholder h
     WHERE h.id = giving AND h.accepted_at IS NULL AND {OPEN_ROW} AND kith_on_behalf_of() IS NULL
       AND (h.account_id = kith_actor() OR (h.account_id IS NULL AND help_screens()));
    IF about IS NULL OR kith_actor_role() IS NULL THEN RETURN false; END IF;
    PERFORM FROM help_helprequest r WHERE r.id = about AND r.closed_at IS NULL FOR UPDATE;
    IF NOT FOUND OR NOT EXISTS (SELECT FROM help_requestholder h WHERE h.id = giving AND h.accepted_at IS NULL
                                   AND {OPEN_ROW}) THEN
        RETURN false;
    END IF;
    IF yes THEN
        UPDATE help_requestholder h SET ended_at = now()
         WHERE h.request_id = about AND h.accepted_at IS NOT NULL AND h.ended_at IS NULL;
        UPDATE help_requestholder h SET accepted_at = now() WHERE h.id = giving;
    ELSE
        IF coalesce(btrim(reason), '') = '' THEN RETURN false; END IF;
        UPDATE help_requestholder h SET refused_at = now(), why = left(btrim(reason), 300) WHERE h.id = giving;
    END IF;
    RETURN true;
END $$;

-- How often somebody said no to this request, and to others about the same people or their families. A number.
CREATE FUNCTION help_bounces(request uuid) RETURNS integer {READS}
DECLARE people uuid[]; same uuid[];
BEGIN
    people := ARRAY(SELECT p.person_id FROM help_requestperson p WHERE p.request_id = request);
    same := ARRAY(SELECT s.same FROM kith_same_people(people || ARRAY(
        SELECT o.person_id FROM people_familymember m JOIN people_familymember o ON o.family_id = m.family_id
         WHERE m.person_id = ANY (people))) s);
    RETURN (SELECT count(*) FROM help_requestholder h WHERE h.refused_at IS NOT NULL AND (h.request_id = request
        OR h.request_id IN (SELECT p.request_id FROM help_requestperson p WHERE p.person_id = ANY (same))));
END $$;

-- The front door's list: every request that is not closed. Of what is not open to the actor only whom to ring.
CREATE FUNCTION help_front_door() RETURNS TABLE (request uuid, reference text, asked_at timestamptz, urgent boolean,
    decided boolean, holder text, offered text, nobody boolean, bounces integer, check_with text) {READS}
BEGIN
    IF NOT help_screens() THEN RETURN; END IF;
    RETURN QUERY
    SELECT CASE WHEN help_request_open(r.id) THEN r.id END, r.reference::text, r.asked_at, r.urgent,
           EXISTS (SELECT FROM help_thresholddecision d WHERE d.request_id = r.id),
           coalesce(a.display_name, '')::text, coalesce(b.display_name, '')::text,
           a.id IS NULL OR NOT a.is_active OR NOT access_account_open(a.from_on, a.until_on),
           help_bounces(r.id), CASE WHEN help_request_open(r.id) THEN '' ELSE coalesce(help_check_with(r.id), '') END
      FROM help_helprequest r
      JOIN help_requestholder h ON h.request_id = r.id AND h.accepted_at IS NOT NULL AND h.ended_at IS NULL
      LEFT JOIN access_account a ON a.id = h.account_id
      LEFT JOIN help_requestholder o ON o.request_id = r.id AND o.accepted_at IS NULL AND o.refused_at IS NULL
           AND o.ended_at IS NULL
      LEFT JOIN access_account b ON b.id = o.account_id
     WHERE r.closed_at IS NULL ORDER BY r.asked_at;
END $$;

-- What was offered to the actor and waits for a yes, and what they hold: for Today, whoever they are.
CREATE FUNCTION help_mine() RETURNS TABLE (giving uuid, request uuid, reference text, giver text, said text,
    given_at timestamptz, held boolean) {READS}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR coalesce(kith_actor_role() NOT IN ({HOLDS}), true) THEN RETURN; END IF;
    RETURN QUERY
    SELECT h.id, r.id, r.reference::text, coalesce(g.display_name, '')::text, h.words::text, h.given_at,
           h.accepted_at IS NOT NULL
      FROM help_requestholder h JOIN help_helprequest r ON r.id = h.request_id AND r.closed_at IS NULL
      LEFT JOIN access_account g ON g.id = h.given_by
     WHERE h.account_id = kith_actor() AND {OPEN_ROW} ORDER BY h.given_at;
END $$;

CREATE FUNCTION help_request_is_held() RETURNS trigger {WRITES}
DECLARE
    told jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
    about uuid := coalesce(told ->> 'request_id', told ->> 'id')::uuid;
BEGIN
    IF EXISTS (SELECT FROM help_helprequest r WHERE r.id = about) AND 1 <> (
        SELECT count(*) FROM help_requestholder h WHERE h.request_id = about AND h.accepted_at IS NOT NULL
           AND h.ended_at IS NULL AND h.refused_at IS NULL) THEN
        RAISE EXCEPTION 'a request for help is on exactly one list' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM help_helprequest r WHERE r.id = about AND r.closed_at IS NOT NULL)
       AND NOT EXISTS (SELECT FROM help_thresholddecision d WHERE d.request_id = about) THEN
        RAISE EXCEPTION 'a request for help is closed by a decision' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

-- Is the family open to the actor: somebody of it, and nobody of it restricted from them?
CREATE FUNCTION help_family_open(asked uuid) RETURNS boolean {READS}
BEGIN
    RETURN help_inside() AND EXISTS (SELECT FROM people_familymember m JOIN access_grant g ON g.person = m.person_id
            WHERE m.family_id = asked AND g.actor = kith_actor() AND g.level >= 2 AND g.label_mask & 1 <> 0
              AND g.during @> now())
       AND NOT EXISTS (SELECT FROM people_familymember m JOIN access_restriction x ON x.person_id = m.person_id
            WHERE m.family_id = asked AND x.during @> kith_today() AND NOT EXISTS (
                SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = m.person_id AND g.level >= 2
                   AND g.label_mask & 1 <> 0 AND g.during @> now()));
END $$;

CREATE FUNCTION help_person_open(asked uuid) RETURNS boolean {READS}
BEGIN
    RETURN help_inside() AND EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = asked
        AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now());
END $$;
"""

OWNERS = """
DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['help_inside()', 'help_screens()', 'help_check_with(uuid)', 'help_request_open(uuid)',
        'help_with_nobody(uuid)', 'help_ask(uuid, jsonb)', 'help_may_give(uuid)', 'help_give(uuid, uuid, text)',
        'help_take(uuid)', 'help_answer(uuid, boolean, text)', 'help_bounces(uuid)', 'help_front_door()',
        'help_mine()', 'help_family_open(uuid)', 'help_person_open(uuid)']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO kith_app, kith_worker', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION help_check_with(uuid), help_bounces(uuid) FROM kith_app, kith_worker;
REVOKE ALL ON FUNCTION help_request_is_held() FROM PUBLIC;
ALTER FUNCTION help_request_is_held() OWNER TO kith_definer;
CREATE CONSTRAINT TRIGGER help_request_held AFTER INSERT OR UPDATE ON help_helprequest
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION help_request_is_held();
CREATE CONSTRAINT TRIGGER help_holder_held AFTER INSERT OR UPDATE OR DELETE ON help_requestholder
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION help_request_is_held();
"""


def open_request(table: str, column: str) -> str:
    return f"help_request_open({table}.{column})"


def mine(table: str) -> str:
    """SQL: given to the actor, and neither refused nor called back; what was said of it may be read."""
    return (
        f"({table}.account_id = (SELECT kith_actor()) AND {table}.refused_at IS NULL AND {table}.ended_at IS NULL"
        " AND (SELECT kith_on_behalf_of()) IS NULL)"
    )


PERSON = "help_requestperson"
DECISION = "help_thresholddecision"
REQUESTS = [
    Policy(
        "help_helprequest",
        read=open_request("help_helprequest", "id"),
        as_other="false",
        insert="false",
        extra=(
            "REVOKE UPDATE ON help_helprequest FROM kith_app",
            "GRANT UPDATE (told_at, told_how, closed_at, covert_id) ON help_helprequest TO kith_app",
        ),
    ),
    Policy(
        "help_requestholder",
        read=f"{open_request('help_requestholder', 'request_id')} OR {mine('help_requestholder')}",
        as_other="false",
        write="false",
    ),
    Policy(
        PERSON,
        read=open_request(PERSON, "request_id"),
        as_other="false",
        write=f"{open_request(PERSON, 'request_id')} AND (SELECT help_inside())"
        f" AND {granted(f'{PERSON}.person_id', level=1)}",
    ),
    Policy(
        DECISION,
        read=open_request(DECISION, "request_id"),
        as_other="false",
        write="false",
        insert=f"{open_request(DECISION, 'request_id')} AND (SELECT help_screens())"
        f" AND {DECISION}.decided_by_id = (SELECT kith_actor())",
    ),
]


def of_family(table: str, column: str = "family_id") -> Policy:
    return Policy(
        table,
        read=f"help_family_open({table}.{column})",
        as_other="false",
        write=f"help_family_open({table}.{column}) AND kith_family_open({table}.{column})",
        by_role=EDITS,
    )


OFFER = "help_helpoffer"


def offer(one: str) -> str:
    """SQL: whom an offer was made to is open; `one` asks it of the family."""
    return (
        f"(({OFFER}.person_id IS NULL OR help_person_open({OFFER}.person_id))"
        f" AND ({OFFER}.family_id IS NULL OR {one}))"
    )


ANSWER = (
    "EXISTS (SELECT 1 FROM help_familyassessment ka WHERE ka.id = help_assessmentanswer.assessment_id"
    " AND help_family_open(ka.family_id){more})"
)
FAMILIES = [
    of_family("help_familyhelp"),
    of_family("help_leadchange"),
    of_family("help_familyassessment"),
    of_family("help_practicalhelp"),
    Policy(
        "help_assessmentanswer",
        read=ANSWER.format(more=""),
        as_other="false",
        write=ANSWER.format(more=" AND kith_family_open(ka.family_id)"),
        by_role=EDITS,
    ),
    Policy(
        "help_statutorybasis",
        read="help_person_open(help_statutorybasis.person_id)",
        as_other="false",
        by_role=EDITS,
    ),
    by_person("help_adultneed", label="help_adultneed.label", by_role=EDITS),
    Policy(
        OFFER,
        read=offer(f"help_family_open({OFFER}.family_id)"),
        as_other="false",
        write=offer(f"help_family_open({OFFER}.family_id) AND kith_family_open({OFFER}.family_id)"),
        by_role=EDITS,
    ),
    Policy(
        "help_pot",
        read="(SELECT help_inside())",
        as_other="false",
        write="(SELECT kith_actor_role()) IN ('manager', 'director')",
        history=False,
    ),
]
# Of what an adult needs, workers outside the council read nothing, whatever is open to them.
NEEDS_INSIDE = ";\n".join(
    f"CREATE POLICY {table}_inside ON {table} AS RESTRICTIVE FOR SELECT TO kith_app USING ((SELECT help_inside()))"
    for table in ("help_adultneed", "help_adultneedevent")
)


class Migration(migrations.Migration):
    dependencies = [
        ("help", "0013_asking_and_family_help"),
        ("access", "0065_released_of_other_rooms"),
        ("core", "0031_today"),
    ]
    operations = [
        migrations.RunSQL(FUNCTIONS, reverse_sql=migrations.RunSQL.noop),
        *[Protect(policy) for policy in (*FAMILIES, *REQUESTS)],
        migrations.RunSQL(OWNERS, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(NEEDS_INSIDE, reverse_sql=migrations.RunSQL.noop),
    ]
