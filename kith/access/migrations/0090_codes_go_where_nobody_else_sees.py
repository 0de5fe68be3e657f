"""A sign-in code goes only where its owner chose, proved, and last said, alone, that nobody else sees it.

Nobody reads a code or its digest: the database makes the row, counts the tries, compares, and opens once. At the sign-in
the same work is done for whatever name is typed; a name that has no codes has a row that opens nothing and goes nowhere.
"""

from django.db import migrations

from kith.core.rls import Policy, Protect, granted

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
FAMILY = "'parent', 'young_person', 'carer'"
STAFF = f"(SELECT kith_actor_role()) NOT IN ({FAMILY})"
KEEPER = "6b697468-0000-4000-8000-636f6465735f"  # kith.access.codes.sending
LASTS, TRIES, AN_HOUR, ASKED_WITHIN, KEPT = "10 minutes", 5, 5, 28, 10
WHOSE = (
    "EXISTS (SELECT FROM people_contactpoint kc WHERE kc.id = access_codechoice.contact_id"
    f" AND {granted('kc.person_id')})"
)

POLICIES = [
    Protect(
        Policy(
            "access_codechoice", read=f"{STAFF} AND {WHOSE}", as_other="false", write="false", history=False
        )
    ),
    Protect(
        Policy(
            "access_signincode",
            read="false",
            as_other="false",
            write="false",
            history=False,
            extra=("REVOKE ALL ON access_signincode FROM kith_app",),
        )
    ),
]

WHERE = f"""
-- A contact point of the person whose page this is: safe today, and of a way that nobody else sees.
CREATE FUNCTION access_codes_may_go(account uuid, contact uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM access_dooraccess d JOIN kith_same_people(ARRAY[d.person_id]) s ON true
        JOIN people_contactpoint c ON c.person_id = s.same
        WHERE d.account_id = account AND d.capacity = 'self' AND d.during @> now() AND c.id = contact
          AND c.channel IN ('text', 'email') AND c.safety = 'safe' AND c.during @> kith_today()
          AND access_way_is_theirs(d.person_id, c.channel));
END $$;

-- Where the codes of a choice go now; nothing for a page that is closed, ended or outside its days.
CREATE FUNCTION access_code_goes(choice uuid) RETURNS TABLE (account uuid, channel text, value text, language text) {HEAD}
BEGIN
    RETURN QUERY SELECT a.id, c.channel::text, c.value::text, a.language::text
      FROM access_codechoice h JOIN access_account a ON a.id = h.account_id
      JOIN people_contactpoint c ON c.id = h.contact_id
     WHERE h.id = choice AND h.ended_at IS NULL AND a.role IN ({FAMILY}) AND a.is_active
       AND (a.from_on IS NULL OR a.from_on <= kith_today()) AND (a.until_on IS NULL OR a.until_on >= kith_today())
       AND NOT EXISTS (SELECT FROM access_closeddoor x WHERE x.account_id = a.id AND x.opened_at IS NULL)
       AND access_codes_may_go(a.id, c.id);
END $$;

-- So that nobody's phone is filled with codes, whoever asks for them and for how many pages.
CREATE FUNCTION access_codes_enough(contact uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN (SELECT count(*) FROM access_signincode k JOIN access_codechoice h ON h.id = k.choice_id
              JOIN people_contactpoint c ON c.id = h.contact_id
             WHERE k.made_at > now() - interval '1 hour' AND c.value = (
                SELECT p.value FROM people_contactpoint p WHERE p.id = contact)) >= {AN_HOUR};
END $$;

-- Is this the code? Counts the try; true once, within its time, with tries left, and while it may still go there.
CREATE FUNCTION access_code_is(code uuid, given text, wanted text) RETURNS uuid {WRITES}
DECLARE k access_signincode; who uuid; since timestamptz;
BEGIN
    UPDATE access_signincode c SET tries = least(c.tries + 1, 1000) WHERE c.id = code RETURNING c.* INTO k;
    IF k.id IS NULL OR k.what_for <> wanted OR k.choice_id IS NULL OR k.used_at IS NOT NULL OR k.tries > {TRIES}
        OR k.made_at < now() - interval '{LASTS}' OR k.digest <> given THEN RETURN NULL; END IF;
    SELECT g.account, a.sessions_since INTO who, since FROM access_code_goes(k.choice_id) g
      JOIN access_account a ON a.id = g.account;
    IF who IS NULL OR since > k.made_at THEN RETURN NULL; END IF;
    UPDATE access_signincode c SET used_at = now() WHERE c.id = code;
    RETURN who;
END $$;
"""

AT_SIGN_IN = f"""
-- Somebody asks for a code. Nothing comes back, whoever's name it is or nobody's.
CREATE FUNCTION access_ask_code(code uuid, name text, digest text) RETURNS void {WRITES}
DECLARE chosen uuid;
BEGIN
    IF kith_actor() IS NOT NULL OR kith_channel() <> 'sign-in' THEN RETURN; END IF;
    SELECT h.id INTO chosen FROM access_account a JOIN access_codechoice h ON h.account_id = a.id
      JOIN access_code_goes(h.id) g ON true
     WHERE lower(a.login) = lower(name) AND h.proved_at IS NOT NULL AND NOT access_codes_enough(h.contact_id);
    INSERT INTO access_signincode (id, choice_id, what_for, digest, made_at, tries)
    VALUES (code, chosen, 'sign_in', digest, now(), 0);
END $$;

-- The account that a code opens, once.
CREATE FUNCTION access_sign_in_by_code(code uuid, digest text) RETURNS uuid {WRITES}
BEGIN
    IF kith_actor() IS NOT NULL OR kith_channel() <> 'sign-in' THEN RETURN NULL; END IF;
    RETURN (SELECT i FROM access_code_is(code, digest, 'sign_in') i
              JOIN access_signincode c ON c.id = code JOIN access_codechoice h ON h.id = c.choice_id
             WHERE h.proved_at IS NOT NULL);
END $$;

-- As before, and by what.
DROP FUNCTION access_signed_in(uuid, text);
CREATE FUNCTION access_signed_in(account uuid, device text, how text) RETURNS void {WRITES}
BEGIN
    IF NOT coalesce((kith_actor() IS NULL AND kith_channel() = 'sign-in') OR kith_actor() = account, false)
        OR NOT EXISTS (SELECT FROM access_account a WHERE a.id = account AND a.role IN ({FAMILY}))
    THEN
        RETURN;
    END IF;
    INSERT INTO access_signedin (id, account_id, at, device, how)
    VALUES (gen_random_uuid(), account, now(), left(device, 20), left(how, 8));
    DELETE FROM access_signedin s WHERE s.account_id = account AND s.id NOT IN (
        SELECT k.id FROM access_signedin k WHERE k.account_id = account ORDER BY k.at DESC, k.id LIMIT {KEPT});
END $$;
"""

CHOOSING = f"""
-- One's own: where codes go now, and where they could go once its owner asks. Fresh: asked alone within four weeks.
CREATE FUNCTION access_my_codes() RETURNS TABLE (contact uuid, channel text, value text, chosen boolean) {HEAD}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() NOT IN ({FAMILY}) THEN RETURN; END IF;
    RETURN QUERY SELECT c.id, c.channel::text, c.value::text, h.id IS NOT NULL
      FROM access_dooraccess d JOIN kith_same_people(ARRAY[d.person_id]) s ON true
      JOIN people_contactpoint c ON c.person_id = s.same
      LEFT JOIN access_codechoice h ON h.contact_id = c.id AND h.account_id = d.account_id AND h.ended_at IS NULL
            AND h.proved_at IS NOT NULL
      JOIN access_last_asked(d.person_id) l ON h.id IS NOT NULL OR l.asked_on >= kith_today() - {ASKED_WITHIN}
     WHERE d.account_id = kith_actor() AND d.capacity = 'self' AND d.during @> now()
       AND access_codes_may_go(d.account_id, c.id) ORDER BY 4 DESC, 2 DESC, 3;
END $$;

-- The first code to a place that they chose; NULL where it may not go there, or enough went there.
CREATE FUNCTION access_choose_code(code uuid, contact uuid, digest text) RETURNS boolean {WRITES}
DECLARE made uuid := gen_random_uuid();
BEGIN
    IF NOT EXISTS (SELECT FROM access_my_codes() m WHERE m.contact = access_choose_code.contact)
        OR access_codes_enough(access_choose_code.contact) THEN RETURN false; END IF;
    INSERT INTO access_codechoice (id, account_id, contact_id, chosen_at)
    VALUES (made, kith_actor(), access_choose_code.contact, now());
    INSERT INTO access_signincode (id, choice_id, what_for, digest, made_at, tries)
    VALUES (code, made, 'choice', digest, now(), 0);
    RETURN true;
END $$;

-- It arrived: from now on codes go there, and nowhere else.
CREATE FUNCTION access_prove_code(code uuid, digest text) RETURNS boolean {WRITES}
DECLARE who uuid;
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() NOT IN ({FAMILY}) OR NOT EXISTS (
        SELECT FROM access_signincode c JOIN access_codechoice h ON h.id = c.choice_id
         WHERE c.id = code AND h.account_id = kith_actor()) THEN RETURN false; END IF;
    who := access_code_is(code, digest, 'choice');
    IF who IS NULL OR who <> kith_actor() THEN RETURN false; END IF;
    UPDATE access_codechoice h SET ended_at = now()
     WHERE h.account_id = kith_actor() AND h.proved_at IS NOT NULL AND h.ended_at IS NULL;
    UPDATE access_codechoice h SET proved_at = now() FROM access_signincode c WHERE c.id = code AND h.id = c.choice_id;
    RETURN true;
END $$;

CREATE FUNCTION access_end_my_codes() RETURNS boolean {WRITES}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() NOT IN ({FAMILY}) THEN RETURN false; END IF;
    UPDATE access_codechoice h SET ended_at = now() WHERE h.account_id = kith_actor() AND h.ended_at IS NULL;
    RETURN FOUND;
END $$;

-- Whoever else read the page may have read the codes too: they are chosen anew once its owner was seen.
CREATE FUNCTION access_codes_end_with_a_closed_door() RETURNS trigger {WRITES}
BEGIN
    UPDATE access_codechoice h SET ended_at = now() WHERE h.account_id = NEW.account_id AND h.ended_at IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER kith_codes_end AFTER INSERT ON access_closeddoor FOR EACH ROW
    EXECUTE FUNCTION access_codes_end_with_a_closed_door();
"""

# Whoever asks for a code at the sign-in is nobody yet. This one task of the service that sends codes takes the id of a row,
# and whether and where it goes is asked again when it runs: more than that nobody gives in another's name.
QUEUE = f"""
CREATE OR REPLACE FUNCTION core_job_of_actor() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF session_user = 'kith_app' AND (kith_actor() IS NULL
        OR NEW.args -> 'actor' ->> 'id' IS DISTINCT FROM kith_actor()::text)
        AND NOT coalesce(NEW.task_name = 'access.send_code' AND NEW.args -> 'actor' ->> 'id' = '{KEEPER}'
                         AND NEW.args -> 'actor' ->> 'role' = 'doorkeeper' AND NEW.args -> 'persons' = '[]'::jsonb, false)
    THEN
        RAISE EXCEPTION 'work is given in one''s own name' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
"""

INNER = (
    "access_codes_may_go(uuid, uuid)", "access_codes_enough(uuid)", "access_code_is(uuid, text, text)",
    "access_codes_end_with_a_closed_door()",
)  # fmt: skip
CALLED = (
    "access_ask_code(uuid, text, text)", "access_sign_in_by_code(uuid, text)", "access_signed_in(uuid, text, text)",
    "access_my_codes()", "access_choose_code(uuid, uuid, text)", "access_prove_code(uuid, text)", "access_end_my_codes()",
)  # fmt: skip
SERVICE = "access_code_goes(uuid)"
OWNERS = (
    "".join(
        f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
        for each in (*INNER, *CALLED, SERVICE)
    )
    + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app;\n" for each in CALLED)
    + f"GRANT EXECUTE ON FUNCTION {SERVICE} TO kith_worker;\n"
)


class Migration(migrations.Migration):
    dependencies = [("access", "0089_codes_to_sign_in"), ("core", "0041_queue_in_ones_own_name")]
    operations = [
        *POLICIES,
        *(
            migrations.RunSQL(sql, migrations.RunSQL.noop)
            for sql in (WHERE, AT_SIGN_IN, CHOOSING, QUEUE, OWNERS)
        ),
    ]
