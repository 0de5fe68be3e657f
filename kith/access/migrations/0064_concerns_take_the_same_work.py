"""Whether a concern is open takes the same work for one that is there and one that is not, whatever the plan.

The people whom it is about are read first, and the asker's grants are looked up for them, or for nobody.
"""

from django.db import migrations

FUNCTION = """
CREATE OR REPLACE FUNCTION kith_concern_open(concern uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    eyes uuid[] := ARRAY[kith_actor(), kith_on_behalf_of()];
    nobody uuid[] := ARRAY['00000000-0000-0000-0000-000000000000'::uuid];
    about uuid[];
    ended boolean;
    worked boolean;
    told boolean := EXISTS (
        SELECT 1 FROM access_dooraccess d JOIN access_release r ON r.reader_id = d.person_id AND r.withdrawn_at IS NULL
         WHERE d.account_id = ANY (eyes) AND d.capacity = 'self' AND d.during @> now()
           AND (EXISTS (SELECT 1 FROM story_event e WHERE e.id = r.item AND e.covert_id = concern)
                OR EXISTS (SELECT 1 FROM access_involvement i WHERE i.id = r.item AND i.arises_from_id = concern)));
BEGIN
    SELECT n.persons, n.ended_at IS NOT NULL INTO about, ended FROM access_notyettold n WHERE n.id = concern;
    about := coalesce(nullif(about, '{}'), nobody);
    worked := EXISTS (SELECT 1 FROM access_grant g
        WHERE g.actor = ANY (eyes) AND g.person = ANY (about) AND g.level >= 2 AND g.during @> now());
    RETURN NOT (coalesce(ended, false) AND (worked OR told));
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0063_no_covert_worker_outside")]
    operations = [migrations.RunSQL(FUNCTION, migrations.RunSQL.noop)]
