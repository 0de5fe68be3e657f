"""No family account is opened before its person was asked in private who else sees their phone, email and post.

The app's login makes neither a family account nor a door by itself: one function does both, for a worker who holds the
person, after the person's last answers. They were given alone, at most four weeks ago, and the way by which the first link
goes to them is one that nobody else sees. A person has one account that is open.
"""

from django.db import migrations

from kith.core.rls import Policy, Protect, granted, written_by_role

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
FAMILY = "'parent', 'young_person', 'carer'"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
STAFF = f"(SELECT kith_actor_role()) NOT IN ({FAMILY})"
DAYS = 28
# What somebody is to a child whose name their page may show: a parent's own, or whom a carer looks after.
PARENTS = "'mother', 'father', 'parent', 'step_parent', 'adoptive_parent'"
CARERS = (
    "'grandparent', 'aunt_uncle', 'sibling', 'half_sibling', 'cousin', 'relative', 'godparent', 'cultural_kin',"
    " 'friend', 'foster_carer', 'special_guardian'"
)

OF_ASKED = granted("access_askedinprivate.person_id")
OF_OPENED = (
    "EXISTS (SELECT FROM access_askedinprivate ka WHERE ka.id = access_openedaccount.asked_id"
    f" AND {granted('ka.person_id')})"
)
POLICIES = [
    Protect(
        Policy(
            "access_askedinprivate",
            read=f"{STAFF} AND {OF_ASKED}",
            as_other="false",
            write="false",
            insert=f"{OF_ASKED} AND recorded_by = (SELECT kith_actor())",
        )
    ),
    written_by_role("access_askedinprivate", role=f"(SELECT kith_actor_role()) IN ({RELEASES})"),
    Protect(
        Policy("access_openedaccount", read=f"{STAFF} AND {OF_OPENED}", as_other="false", write="false"),
    ),
]

GUARD = f"""
CREATE FUNCTION access_no_family_account() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF session_user = 'kith_app' AND current_user <> 'kith_definer' AND NEW.role IN ({FAMILY}) THEN
        RAISE EXCEPTION 'a family account is opened by a worker who asked in private first'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER kith_no_family_account BEFORE INSERT ON access_account FOR EACH ROW
    EXECUTE FUNCTION access_no_family_account();
CREATE TRIGGER kith_no_family_role BEFORE UPDATE OF role ON access_account FOR EACH ROW
    WHEN (NEW.role IS DISTINCT FROM OLD.role) EXECUTE FUNCTION access_no_family_account();
"""

FUNCTIONS = f"""
-- Does the actor, a worker who may, hold this person's whole record?
CREATE FUNCTION access_opens_for(person uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN kith_on_behalf_of() IS NULL AND coalesce(kith_actor_role() IN ({RELEASES}), false)
       AND EXISTS (SELECT FROM access_grant g JOIN kith_same_people(ARRAY[access_opens_for.person]) s ON s.same = g.person
                    WHERE g.actor = kith_actor() AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now());
END $$;

CREATE FUNCTION access_last_asked(person uuid) RETURNS SETOF access_askedinprivate {HEAD}
BEGIN
    RETURN QUERY SELECT a.* FROM access_askedinprivate a
      JOIN kith_same_people(ARRAY[access_last_asked.person]) s ON s.same = a.person_id
     ORDER BY a.asked_on DESC, a.recorded_at DESC, a.id LIMIT 1;
END $$;

-- May something be sent to them by this way, as they last said in private? By hand nobody sends.
CREATE FUNCTION access_way_is_theirs(person uuid, way text) RETURNS boolean {HEAD}
DECLARE said access_askedinprivate;
BEGIN
    SELECT l.* INTO said FROM access_last_asked(person) l;
    RETURN coalesce(said.alone AND CASE way WHEN 'text' THEN said.phone WHEN 'email' THEN said.email
                                            WHEN 'post' THEN said.post END = 'alone', false);
END $$;

-- The account of a person that stands, and whether its owner has begun; to whoever holds them.
CREATE FUNCTION access_own_account(person uuid)
RETURNS TABLE (account uuid, login text, name text, opened timestamptz, begun boolean, active boolean) {HEAD}
BEGIN
    IF NOT access_opens_for(person) THEN RETURN; END IF;
    RETURN QUERY SELECT a.id, a.login::text, a.display_name::text, lower(d.during),
           a.last_login IS NOT NULL OR a.password NOT LIKE '!%'
           OR EXISTS (SELECT FROM mfa_authenticator m WHERE m.user_id = a.id)
           OR EXISTS (SELECT FROM socialaccount_socialaccount o WHERE o.user_id = a.id), a.is_active
      FROM access_dooraccess d JOIN access_account a ON a.id = d.account_id
      JOIN kith_same_people(ARRAY[access_own_account.person]) s ON s.same = d.person_id
     WHERE d.capacity = 'self' AND d.during @> now() ORDER BY a.is_active DESC, lower(d.during) DESC LIMIT 1;
END $$;

-- To a worker who opens accounts, and no more than that.
CREATE FUNCTION access_login_is_free(asked text) RETURNS boolean {HEAD}
BEGIN
    RETURN coalesce(kith_actor_role() IN ({RELEASES}), false)
       AND NOT EXISTS (SELECT FROM access_account a WHERE lower(a.login) = lower(asked));
END $$;

-- Opens it, with the names of those children whom the worker holds too; NULL where it may not be.
CREATE FUNCTION access_open_account(person uuid, login text, name text, role text, unusable text, way text, children uuid[])
RETURNS uuid {WRITES}
DECLARE
    said access_askedinprivate; made uuid := gen_random_uuid(); me uuid[]; child uuid; tie text;
BEGIN
    -- Two workers at once, or one twice.
    PERFORM pg_advisory_xact_lock(hashtextextended('kith.own_account' || person::text, 0));
    SELECT l.* INTO said FROM access_last_asked(person) l;
    IF NOT access_opens_for(person) OR role NOT IN ({FAMILY}) OR left(unusable, 1) <> '!' OR said.id IS NULL
        OR NOT said.alone OR said.asked_on > kith_today() OR said.asked_on < kith_today() - {DAYS}
        OR NOT (way = 'hand' OR access_way_is_theirs(person, way))
        OR EXISTS (SELECT FROM access_own_account(person) o WHERE o.active)
    THEN
        RETURN NULL;
    END IF;
    me := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[person]) s);
    UPDATE access_dooraccess d SET during = tstzrange(lower(d.during), now())
     WHERE d.person_id = ANY (me) AND d.capacity = 'self' AND d.during @> now() AND lower(d.during) < now();
    INSERT INTO access_account (id, login, display_name, role, password, job_title, phone, is_active, post)
    VALUES (made, login, name, role, unusable, '', '', true, 'employed');
    INSERT INTO access_dooraccess (id, recorded_at, recorded_by, source, account_id, person_id, capacity, during)
    VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', made, person, 'self', tstzrange(now(), NULL));
    FOREACH child IN ARRAY children LOOP
        SELECT r.kind INTO tie FROM people_relationship r
          JOIN kith_same_people(ARRAY[child]) c ON c.same = r.person_id
         WHERE r.other_id = ANY (me) AND r.during @> kith_today()
           AND (r.kind IN ({PARENTS}) AND role <> 'young_person' OR r.kind IN ({CARERS}) AND role = 'carer')
         ORDER BY r.kind IN ({PARENTS}) DESC LIMIT 1;
        CONTINUE WHEN tie IS NULL OR child = ANY (me) OR NOT access_opens_for(child);
        CONTINUE WHEN EXISTS (SELECT FROM access_restriction x JOIN kith_same_people(ARRAY[child]) c ON c.same = x.person_id
                               WHERE x.during @> kith_today());
        INSERT INTO access_dooraccess (id, recorded_at, recorded_by, source, account_id, person_id, capacity, during)
        VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', made, child,
                CASE WHEN tie IN ({PARENTS}) THEN 'parent' ELSE 'carer' END, tstzrange(now(), NULL));
    END LOOP;
    INSERT INTO access_openedaccount (id, recorded_at, recorded_by, source, account_id, asked_id, way)
    VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', made, said.id, way);
    RETURN made;
END $$;
"""

CALLED = (
    "access_opens_for(uuid)", "access_way_is_theirs(uuid, text)", "access_own_account(uuid)",
    "access_login_is_free(text)", "access_open_account(uuid, text, text, text, text, text, uuid[])",
)  # fmt: skip
INNER = ("access_last_asked(uuid)",)
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*CALLED, *INNER)
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)
RIGHTS = "GRANT SELECT, INSERT, UPDATE ON access_account, access_dooraccess TO kith_definer;"


class Migration(migrations.Migration):
    dependencies = [("access", "0085_own_pages_asked_first")]
    operations = [
        *POLICIES,
        *(migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (GUARD, FUNCTIONS, RIGHTS, OWNERS)),
    ]
