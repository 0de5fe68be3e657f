"""A family account reads its own account and no other; of the workers it was told of, name, role and telephone.

A policy hides rows, not columns, so what a family may know of a worker comes from a function of the definer's that
gives no more than that. "See it as this person will" reads by the same function, narrowed to what both may see.
"""

from django.db import migrations

FUNCTION = """
CREATE FUNCTION access_workers_told() RETURNS TABLE (account uuid, name text, role text, phone text, during daterange)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE reader uuid := coalesce(kith_on_behalf_of(), kith_actor());
BEGIN
    RETURN QUERY
    SELECT DISTINCT a.id, a.display_name::text, i.role::text, a.phone::text, i.during
      FROM access_dooraccess d
      JOIN access_release r ON r.reader_id = d.person_id AND r.withdrawn_at IS NULL
      JOIN access_involvement i ON i.id = r.item AND i.during @> (now() AT TIME ZONE 'Europe/London')::date
      JOIN access_account a ON a.id = i.account_id
     WHERE d.account_id = reader AND d.capacity = 'self' AND d.during @> now()
       AND (i.arises_from_id IS NULL OR NOT kith_concern_open(i.arises_from_id))
       AND (kith_on_behalf_of() IS NULL OR i.account_id = kith_actor() OR EXISTS (
            SELECT 1 FROM access_grant g
             WHERE g.actor = kith_actor() AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now()
               AND (g.person = i.person_id OR g.person IN (
                    SELECT m.person_id FROM people_familymember m WHERE m.family_id = i.family_id))));
END $$;
REVOKE ALL ON FUNCTION access_workers_told() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_workers_told() TO kith_app;
ALTER FUNCTION access_workers_told() OWNER TO kith_definer;
"""

FAMILY = "'parent', 'young_person', 'carer'"
POLICIES = f"""
DROP POLICY access_account_read ON access_account;
DROP POLICY access_account_as_other ON access_account;
CREATE POLICY access_account_read ON access_account FOR SELECT TO kith_app
    USING (id = (SELECT kith_actor()) OR (SELECT kith_channel()) = 'sign-in' OR (SELECT kith_actor_role()) = 'admin'
           OR ((SELECT kith_actor_role()) NOT IN ({FAMILY})
               AND (role NOT IN ({FAMILY}) OR EXISTS (
                    SELECT 1 FROM access_dooraccess kd WHERE kd.account_id = access_account.id))));
CREATE POLICY access_account_as_other ON access_account AS RESTRICTIVE FOR SELECT TO kith_app
    USING ((SELECT kith_on_behalf_of()) IS NULL OR id IN ((SELECT kith_on_behalf_of()), (SELECT kith_actor())));
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0020_ties_to_whom_one_may_name")]
    operations = [migrations.RunSQL(FUNCTION), migrations.RunSQL(POLICIES)]
