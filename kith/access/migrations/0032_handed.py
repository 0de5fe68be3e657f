"""Who was handed whom, and said yes; accounts end on their day in every policy; whom an ended account leaves behind."""

from django.db import migrations

from kith.core.rls import Policy, Protect

SEEN = "EXISTS (SELECT 1 FROM access_involvement ki WHERE ki.id = access_handed.involvement_id)"
MINE = (
    "EXISTS (SELECT 1 FROM access_involvement ki WHERE ki.id = access_handed.involvement_id"
    " AND ki.account_id = (SELECT kith_actor()))"
)
HANDED = Policy(
    "access_handed",
    read=f"(SELECT kith_actor_role()) NOT IN ('parent', 'young_person', 'carer') AND {SEEN}",
    as_other="false",
    write=MINE,
    insert=f"(SELECT kith_actor_role()) = 'manager' AND said_yes_at IS NULL AND {SEEN}",
    history=False,
    extra=(
        "REVOKE UPDATE ON access_handed FROM kith_app",
        "GRANT UPDATE (said_yes_at) ON access_handed TO kith_app",
    ),
)

# Outside its dates an account has no role and no team, in whatever way it comes.
DATES = """
CREATE FUNCTION access_account_open(from_on date, until_on date) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(from_on <= (now() AT TIME ZONE 'Europe/London')::date, true)
       AND coalesce(until_on >= (now() AT TIME ZONE 'Europe/London')::date, true)
$$;
GRANT EXECUTE ON FUNCTION access_account_open(date, date) TO kith_app, kith_worker, kith_definer;
CREATE OR REPLACE FUNCTION kith_actor_role() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT role FROM access_account WHERE id = kith_actor() AND is_active AND access_account_open(from_on, until_on)
$$;
CREATE OR REPLACE FUNCTION kith_actor_team() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT team_id FROM access_account WHERE id = kith_actor() AND is_active AND access_account_open(from_on, until_on)
$$;
"""

LEFT_BEHIND = """
-- How many people and families an account leads today, for whoever is about to end it: a number, no names.
CREATE FUNCTION access_leads(asked uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(DISTINCT coalesce(i.person_id, i.family_id))::integer FROM access_involvement i
     WHERE i.account_id = asked AND i.during @> current_date AND kith_actor_role() = 'admin'
       AND i.role IN ('lead_practitioner', 'social_worker', 'lead_protection', 'personal_adviser')
$$;
REVOKE ALL ON FUNCTION access_leads(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_leads(uuid) TO kith_app;
ALTER FUNCTION access_leads(uuid) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0031_two_hands")]
    operations = [Protect(HANDED), migrations.RunSQL(DATES), migrations.RunSQL(LEFT_BEHIND)]
