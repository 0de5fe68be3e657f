"""Row level security on people and access, and the functions that answer what a policy may not."""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import FIND, SOMEBODY, Policy, Protect, by_person, granted, opened, released

OTHER = "kith_on_behalf_of()"
FAMILY = "'parent', 'young_person', 'carer'"
OUTSIDE = "'partner', 'school', 'coordinator'"
WITH_REASON = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'director'"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
NEVER_BY_REASON = (
    Label.ADOPTION_SEALED
    | Label.LEGAL_PRIVILEGE
    | Label.COUNSELLING
    | Label.LADO
    | Label.CHILD_PRIVATE
    | Label.DOOR
).value
NAMES = f"{Label.NORMAL.value | Label.DOOR.value}"
WHERE = f"CASE WHEN protected THEN {Label.ADDRESS_PROTECTED.value} ELSE {Label.NORMAL.value} END"

FUNCTIONS = """
-- Is this person's home or number one that the account's own person has been ruled to know?
CREATE FUNCTION kith_may_know_where(subject uuid, account uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM access_dooraccess d
        WHERE d.account_id = account AND d.capacity = 'self' AND d.during @> now()
          AND (d.person_id = subject OR EXISTS (SELECT 1 FROM people_mayknow k
                WHERE k.person_id = subject AND k.other_id = d.person_id AND k.may AND k.during @> current_date)))
$$;

-- Asked as the definer: a reader behind the family door must not see that a concern exists at all.
CREATE FUNCTION kith_concern_open(concern uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM access_notyettold n WHERE n.id = concern AND n.ended_at IS NULL)
$$;

-- Is every member of the family open to the actor? Nobody reaches one of a family by way of another.
CREATE FUNCTION kith_family_open(family uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN NOT EXISTS (SELECT 1 FROM people_familymember m WHERE m.family_id = family AND NOT EXISTS (
        SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = m.person_id AND g.level >= 2
           AND g.label_mask & 1 <> 0 AND g.during @> now()));
END $$;

-- Was this item released by name to the person whose account this is, and not taken back?
CREATE FUNCTION kith_released(what uuid, who uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_release r JOIN access_dooraccess d ON d.person_id = r.reader_id
        WHERE r.item = what AND r.withdrawn_at IS NULL
          AND d.account_id = who AND d.capacity = 'self' AND d.during @> now());
END $$;

-- The one door: which person an id stands for, and whether the actor may open, may ask to open, or neither.
CREATE FUNCTION access_door(asked uuid) RETURNS TABLE (canonical uuid, state text, how text, linked uuid[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE same uuid[]; root uuid; may_open boolean;
BEGIN
    SELECT array_agg(s.same) INTO same FROM kith_same_people(ARRAY[asked]) s
      JOIN people_person p ON p.id = s.same;
    root := coalesce((SELECT i.canonical_id FROM people_personidentity i
                       WHERE i.person_id = asked AND i.during @> now()), asked);
    may_open := EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = root
            AND g.level >= 2 AND g.label_mask & 1 <> 0 AND g.during @> now())
        AND (kith_on_behalf_of() IS NULL OR EXISTS (SELECT 1 FROM access_grant g
            WHERE g.actor = kith_on_behalf_of() AND g.person = root AND g.level >= 2 AND g.during @> now()));
    RETURN QUERY SELECT root, CASE
        WHEN same IS NULL OR kith_actor() IS NULL THEN 'none'
        WHEN may_open THEN 'open'
        WHEN kith_on_behalf_of() IS NOT NULL THEN 'none'
        WHEN EXISTS (SELECT 1 FROM access_restriction x WHERE x.person_id = ANY (same)
                        AND x.during @> current_date) THEN 'none'
        ELSE 'ask' END,
        (SELECT g.came_from::text FROM access_grant g WHERE g.actor = kith_actor() AND g.person = root
            AND g.level >= 2 AND g.during @> now()
          ORDER BY array_position(ARRAY['involvement', 'team', 'reason', 'door'], g.came_from::text) LIMIT 1),
        array_remove(same, root);
END $$;

CREATE FUNCTION access_record_looks(looks jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE context jsonb := nullif(current_setting('pghistory.context_metadata', true), '')::jsonb;
BEGIN
    IF kith_actor() IS NULL THEN
        RAISE EXCEPTION 'a look needs an actor' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO access_look (at, actor, role, on_behalf_of, person, page, reason, request, channel)
    SELECT clock_timestamp(), kith_actor(), coalesce(context ->> 'role', ''), kith_on_behalf_of(),
           (l ->> 'person')::uuid, left(l ->> 'page', 60), left(coalesce(l ->> 'reason', ''), 500),
           nullif(current_setting('pghistory.context_id', true), '')::uuid, kith_channel()
      FROM jsonb_array_elements(looks) l;
END $$;

GRANT SELECT ON people_person, people_mayknow, access_notyettold TO kith_definer;
GRANT SELECT, INSERT ON access_look TO kith_audit;
GRANT USAGE, SELECT ON SEQUENCE access_look_id_seq TO kith_audit;
REVOKE ALL ON FUNCTION kith_may_know_where(uuid, uuid), kith_concern_open(uuid), access_door(uuid),
    access_record_looks(jsonb), kith_released(uuid, uuid), kith_family_open(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kith_may_know_where(uuid, uuid), kith_concern_open(uuid), access_door(uuid),
    access_record_looks(jsonb), kith_released(uuid, uuid), kith_family_open(uuid) TO kith_app, kith_worker;
ALTER FUNCTION kith_family_open(uuid) OWNER TO kith_definer;
ALTER FUNCTION kith_released(uuid, uuid) OWNER TO kith_definer;
ALTER FUNCTION kith_may_know_where(uuid, uuid) OWNER TO kith_definer;
ALTER FUNCTION kith_concern_open(uuid) OWNER TO kith_definer;
ALTER FUNCTION access_door(uuid) OWNER TO kith_definer;
ALTER FUNCTION access_record_looks(jsonb) OWNER TO kith_audit;
"""


def where_known(table: str) -> Policy:
    """An address or contact point: staff by its label, family only by a ruling on the pair."""
    return by_person(
        table,
        label=WHERE,
        or_read=f"kith_may_know_where({table}.person_id, (SELECT kith_actor()))",
        or_other=f"kith_may_know_where({table}.person_id, (SELECT {OTHER}))",
    )


def both_findable(who: str) -> str:
    one = granted("people_relationship.person_id", level=FIND, who=who)
    return f"{one} AND {granted('people_relationship.other_id', level=FIND, who=who)}"


def one_open(who: str) -> str:
    return f"({granted('people_relationship.person_id', who=who)} OR {granted('people_relationship.other_id', who=who)})"


def by_member(table: str, column: str, who: str, *, level: int = FIND, label: str = NAMES) -> str:
    """SQL: the actor holds a grant on somebody in the family."""
    inner = granted("km.person_id", level=level, who=who, label=label)
    return f"EXISTS (SELECT 1 FROM people_familymember km WHERE km.family_id = {table}.{column} AND {inner})"


PEOPLE = [
    by_person(
        "people_person", "id", label=NAMES, level=FIND, write=granted("people_person.id"), insert=SOMEBODY
    ),
    by_person("people_personname", label=NAMES, level=FIND, write=granted("people_personname.person_id")),
    by_person("people_identifier"),
    by_person("people_language"),
    by_person("people_personneed"),
    by_person("people_disability"),
    where_known("people_address"),
    where_known("people_contactpoint"),
    by_person(
        "people_mayknow", write=granted("people_mayknow.person_id", label=Label.ADDRESS_PROTECTED.value)
    ),
    by_person("people_personidentity", "canonical_id"),
    by_person(
        "people_familymember",
        label=NAMES,
        level=FIND,
        write=f"{granted('people_familymember.person_id')} AND kith_family_open(people_familymember.family_id)",
    ),
    Policy(
        "people_relationship",
        read=both_findable("kith_actor()"),
        as_other=both_findable(OTHER),
        write=one_open("kith_actor()"),
    ),
    Policy(
        "people_family",
        read=by_member("people_family", "id", "kith_actor()"),
        as_other=by_member("people_family", "id", OTHER),
        write=by_member("people_family", "id", "kith_actor()", level=2, label="1"),
        insert=SOMEBODY,
    ),
]


def involved(who: str) -> str:
    person = granted("access_involvement.person_id", who=who)
    family = by_member("access_involvement", "family_id", who, level=2, label="1")
    return f"({person} OR {family} OR access_involvement.account_id = (SELECT {who}))"


TOLD = (
    "(access_involvement.arises_from_id IS NULL OR NOT kith_concern_open(access_involvement.arises_from_id))"
)
SELF = (
    "EXISTS (SELECT 1 FROM access_dooraccess kd WHERE kd.person_id = access_release.reader_id"
    " AND kd.account_id = (SELECT {who}) AND kd.capacity = 'self' AND kd.during @> now())"
)
CONCERN = (
    "EXISTS (SELECT 1 FROM access_grant kg WHERE kg.actor = (SELECT {who}) AND kg.person = ANY (access_notyettold.persons)"
    " AND kg.level >= 2 AND (kg.label_mask & 1) <> 0 AND kg.during @> now())"
)
MANAGED = (
    "((SELECT kith_actor_role()) = 'manager' AND access_reason.account_id IN"
    " (SELECT ka.id FROM access_account ka WHERE ka.team_id = (SELECT kith_actor_team())))"
)
ACCESS = [
    Policy(
        "access_involvement",
        read=f"{involved('kith_actor()')} OR ({released('access_involvement.id')} AND {TOLD})",
        as_other=f"{involved(OTHER)} OR ({released('access_involvement.id', who=OTHER)} AND {TOLD})",
        # Nobody allocates themselves: a manager does, to people whose records are open to the manager.
        write=f"(SELECT kith_actor_role()) = 'manager' AND ({granted('access_involvement.person_id')}"
        " OR (access_involvement.family_id IS NOT NULL AND kith_family_open(access_involvement.family_id)))",
    ),
    Policy(
        "access_reason",
        read=f"access_reason.account_id = (SELECT kith_actor()) OR {granted('access_reason.person_id')} OR {MANAGED}",
        as_other=granted("access_reason.person_id", who=OTHER),
        write=MANAGED,
        # One's own, by a role that may; never longer than a day, and never what no reason opens.
        insert=f"access_reason.account_id = (SELECT kith_actor()) AND (SELECT kith_actor_role()) IN ({WITH_REASON})"
        f" AND (access_reason.label_mask & {NEVER_BY_REASON}) = 0"
        " AND upper(access_reason.during) <= now() + interval '24 hours'",
        history=False,
    ),
    by_person(
        "access_restriction",
        write=f"{granted('access_restriction.person_id')} AND (SELECT kith_actor_role()) IN ('manager', 'director')",
        insert="false",
    ),
    Policy(
        "access_restrictionallows",
        read="EXISTS (SELECT 1 FROM access_restriction kx WHERE kx.id = access_restrictionallows.restriction_id)",
        as_other="EXISTS (SELECT 1 FROM access_restriction kx WHERE kx.id = access_restrictionallows.restriction_id)",
    ),
    Policy(
        "access_unmaskrequest",
        read="access_unmaskrequest.asked_by_id = (SELECT kith_actor()) OR (SELECT kith_actor_role()) IN ('manager', 'director')",
        as_other="false",
        write="(SELECT kith_actor_role()) IN ('manager', 'director')"
        " AND access_unmaskrequest.asked_by_id <> (SELECT kith_actor())",
        insert="access_unmaskrequest.asked_by_id = (SELECT kith_actor()) AND access_unmaskrequest.agreed_by_id IS NULL"
        " AND (SELECT kith_actor_role()) IN ('manager', 'director')",
    ),
    Policy(
        "access_dooraccess",
        read=f"access_dooraccess.account_id = (SELECT kith_actor()) OR access_dooraccess.account_id = (SELECT {OTHER})"
        f" OR {granted('access_dooraccess.person_id')}",
        as_other=f"access_dooraccess.account_id = (SELECT {OTHER}) OR {granted('access_dooraccess.person_id', who=OTHER)}",
        write=granted("access_dooraccess.person_id"),
    ),
    Policy(
        "access_notyettold",
        read=f"{CONCERN.format(who='kith_actor()')} AND (SELECT kith_actor_role()) NOT IN ({OUTSIDE})",
        as_other=CONCERN.format(who=OTHER),
        # 9: telling a family, or lifting what it is not told, is for practice roles.
        write=f"{CONCERN.format(who='kith_actor()')} AND (SELECT kith_actor_role()) IN ({WITH_REASON})",
    ),
    Policy(
        "access_release",
        read=f"{granted('access_release.reader_id')} OR access_release.recorded_by = (SELECT kith_actor())"
        f" OR {SELF.format(who='kith_actor()')} OR {SELF.format(who=OTHER)}",
        as_other=f"{granted('access_release.reader_id', who=OTHER)} OR {SELF.format(who=OTHER)}",
        # Only staff release, and only in their own name.
        write=f"(SELECT kith_actor_role()) IN ({RELEASES}) AND (access_release.recorded_by = (SELECT kith_actor())"
        f" OR {granted('access_release.reader_id')})",
    ),
    Policy(
        "access_account",
        read="((SELECT kith_actor()) IS NOT NULL AND access_account.role NOT IN ('parent', 'young_person', 'carer'))"
        " OR access_account.id = (SELECT kith_actor()) OR (SELECT kith_channel()) = 'sign-in'"
        " OR (SELECT kith_actor_role()) = 'admin'"
        " OR EXISTS (SELECT 1 FROM access_dooraccess kd WHERE kd.account_id = access_account.id)",
        as_other="true",
        write="access_account.id = (SELECT kith_actor()) OR (SELECT kith_channel()) = 'sign-in'"
        " OR (SELECT kith_actor_role()) = 'admin'",
        insert="(SELECT kith_actor_role()) = 'admin'",
    ),
]

# Tables that the app reads but never writes: grants, the view log, the audit of actions.
READ_ONLY = f"""
ALTER TABLE access_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_grant FORCE ROW LEVEL SECURITY;
REVOKE ALL ON access_grant, access_look, core_auditentry FROM kith_app, kith_worker;
GRANT SELECT ON access_grant, access_look, core_auditentry TO kith_app, kith_worker;
CREATE POLICY access_grant_own ON access_grant FOR SELECT TO kith_app
    USING (actor = (SELECT kith_actor()) OR actor = (SELECT {OTHER}));
CREATE POLICY access_grant_service ON access_grant FOR SELECT TO kith_worker
    USING ((SELECT kith_actor()) IS NOT NULL);
CREATE POLICY access_grant_definer ON access_grant TO kith_definer USING (true) WITH CHECK (true);

ALTER TABLE access_look ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_look FORCE ROW LEVEL SECURITY;
CREATE POLICY access_look_read ON access_look FOR SELECT TO kith_app
    USING ({granted("access_look.person")} OR (SELECT kith_actor_role()) = 'auditor');
CREATE POLICY access_look_as_other ON access_look AS RESTRICTIVE FOR SELECT TO kith_app
    USING ((SELECT {OTHER}) IS NULL);
CREATE POLICY access_look_service ON access_look FOR SELECT TO kith_worker USING ((SELECT kith_actor()) IS NOT NULL);
CREATE POLICY access_look_audit ON access_look TO kith_audit USING (true) WITH CHECK (true);

ALTER TABLE core_auditentry ENABLE ROW LEVEL SECURITY;
ALTER TABLE core_auditentry FORCE ROW LEVEL SECURITY;
CREATE POLICY core_auditentry_read ON core_auditentry FOR SELECT TO kith_app
    USING ((SELECT kith_actor_role()) = 'auditor' AND (SELECT {OTHER}) IS NULL);
CREATE POLICY core_auditentry_service ON core_auditentry FOR SELECT TO kith_worker
    USING ((SELECT kith_actor()) IS NOT NULL);
CREATE POLICY core_auditentry_audit ON core_auditentry TO kith_audit USING (true) WITH CHECK (true);
"""


# What signs somebody in is theirs, and the sign-in's own; an administrator may reset it.
OWN = "user_id = (SELECT kith_actor()) OR (SELECT kith_channel()) = 'sign-in' OR (SELECT kith_actor_role()) = 'admin'"
SIGN_IN = (
    "".join(
        f"""
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY {table}_own ON {table} TO kith_app USING ({OWN}) WITH CHECK ({OWN});
CREATE POLICY {table}_service ON {table} TO kith_worker USING ((SELECT kith_actor()) IS NOT NULL);
CREATE POLICY {table}_migrating ON {table} TO kith_owner USING (current_setting('kith.migrating', true) = 'on')
    WITH CHECK (current_setting('kith.migrating', true) = 'on');
"""
        for table in ("mfa_authenticator", "account_emailaddress", "socialaccount_socialaccount")
    )
    + """
-- 4, 10: nobody changes their own role, team or dates; of a reason only that it was seen.
REVOKE UPDATE ON access_reason FROM kith_app;
GRANT UPDATE (seen_by_manager_at) ON access_reason TO kith_app;
CREATE FUNCTION access_account_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF session_user = 'kith_app' AND (OLD.role, OLD.team_id, OLD.organisation_id, OLD.login, OLD.is_active,
            OLD.from_on, OLD.until_on) IS DISTINCT FROM (NEW.role, NEW.team_id, NEW.organisation_id, NEW.login,
            NEW.is_active, NEW.from_on, NEW.until_on)
        AND ((SELECT kith_actor_role()) IS DISTINCT FROM 'admin' OR OLD.id = kith_actor())
    THEN
        RAISE EXCEPTION 'an account is changed by an administrator, and never by its own holder'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER kith_account_guard BEFORE UPDATE ON access_account FOR EACH ROW EXECUTE FUNCTION access_account_guard();
"""
)


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_grants"),
        ("sessions", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
    ]
    operations = [
        migrations.RunSQL(FUNCTIONS),
        *[Protect(policy) for policy in PEOPLE],
        *[Protect(policy) for policy in ACCESS],
        migrations.RunSQL(READ_ONLY),
        opened("access_organisation", write=False),
        opened("access_team", write=False),
        # Made by set-up commands, never by a page.
        migrations.RunSQL("GRANT INSERT, UPDATE ON access_organisation, access_team TO kith_worker"),
        opened("django_session", delete=True),
        opened("django_content_type", write=False),
        opened("account_emailaddress", delete=True),
        opened("account_emailconfirmation", delete=True),
        opened("mfa_authenticator", delete=True),
        opened("socialaccount_socialaccount", delete=True),
        opened("socialaccount_socialapp", write=False),
        opened("socialaccount_socialtoken", delete=True),
        migrations.RunSQL(SIGN_IN),
    ]
