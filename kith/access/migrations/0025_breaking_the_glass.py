"""A reason opens for a day what the role opens, never what no reason opens, and never past the team manager's eyes.

A mask is held to the role of whoever gets it, in a reason and in an involvement. "I have just added this person" is for
whoever has: the manager is not shown those.
"""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import granted

WITH_REASON = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'director'"
NEVER = (
    Label.ADOPTION_SEALED
    | Label.LEGAL_PRIVILEGE
    | Label.COUNSELLING
    | Label.LADO
    | Label.CHILD_PRIVATE
    | Label.DOOR
).value

FUNCTIONS = """
-- What an involvement opens to a role at most; a test holds it to kith.access.roles.
CREATE FUNCTION access_role_opens(role text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE
    WHEN role IN ('partner', 'school') THEN 1
    WHEN role IN ('coordinator') THEN 3
    WHEN role IN ('health') THEN 65
    WHEN role IN ('front_door', 'lead', 'reviewing') THEN 79
    WHEN role IN ('director', 'manager', 'social_worker') THEN 95
    WHEN role IN ('protection') THEN 127
    WHEN role IN ('carer', 'parent', 'young_person') THEN 4096
    ELSE 0 END $$;

CREATE FUNCTION access_fits_role(account uuid, mask integer) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_account a WHERE a.id = account AND (mask & ~access_role_opens(a.role)) = 0);
END $$;

CREATE FUNCTION access_added_by_actor(person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM people_person p WHERE p.id = person AND p.recorded_by = kith_actor()
                      AND p.recorded_at > now() - interval '1 day');
END $$;

DO $$
DECLARE f text;
BEGIN
    FOREACH f IN ARRAY ARRAY['access_role_opens(text)', 'access_fits_role(uuid, integer)', 'access_added_by_actor(uuid)']
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO kith_app, kith_worker', f);
        EXECUTE format('ALTER FUNCTION %s OWNER TO kith_definer', f);
    END LOOP;
END $$;
"""

MANAGES = (
    f"(SELECT kith_actor_role()) = 'manager' AND ({granted('access_involvement.person_id')}"
    " OR (access_involvement.family_id IS NOT NULL AND kith_family_open(access_involvement.family_id)))"
)
POLICIES = f"""
DROP POLICY access_reason_insert ON access_reason;
CREATE POLICY access_reason_insert ON access_reason FOR INSERT TO kith_app
    WITH CHECK (account_id = (SELECT kith_actor()) AND (SELECT kith_actor_role()) IN ({WITH_REASON})
        AND (label_mask & {NEVER}) = 0 AND (label_mask & ~access_role_opens((SELECT kith_actor_role()))) = 0
        AND lower(during) > now() - interval '10 minutes' AND upper(during) <= now() + interval '24 hours'
        AND seen_by_manager_at IS NULL AND btrim(text) <> ''
        AND (kind <> 'created' OR access_added_by_actor(person_id)));
DROP POLICY access_involvement_insert ON access_involvement;
DROP POLICY access_involvement_update ON access_involvement;
CREATE POLICY access_involvement_insert ON access_involvement FOR INSERT TO kith_app
    WITH CHECK ({MANAGES} AND access_fits_role(account_id, label_mask));
CREATE POLICY access_involvement_update ON access_involvement FOR UPDATE TO kith_app
    USING ({MANAGES}) WITH CHECK ({MANAGES} AND access_fits_role(account_id, label_mask));
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0024_who_answers_for_a_record")]
    operations = [migrations.RunSQL(FUNCTIONS), migrations.RunSQL(POLICIES)]
