"""Whom a family account was told of is looked for among what was released of workers, not among all that was released.

As 0021, but for the kind: a line of the plan or an event was looked up among the involvements, twice on a page.
"""

from django.db import migrations

SQL = """
CREATE OR REPLACE FUNCTION access_workers_told() RETURNS TABLE (account uuid, name text, role text, phone text, during daterange)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE reader uuid := coalesce(kith_on_behalf_of(), kith_actor());
BEGIN
    RETURN QUERY
    SELECT DISTINCT a.id, a.display_name::text, i.role::text, a.phone::text, i.during
      FROM access_dooraccess d
      JOIN access_release r ON r.reader_id = d.person_id AND r.kind = 'involvement' AND r.withdrawn_at IS NULL
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
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0101_one_account_a_person")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
