"""The way home is shown to grown-up kin as well, by name: an aunt to whom the child goes home reads what has to happen.

Nothing else changes: whatever keeps somebody apart from the child keeps them from it, and no line tells where the child lives.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
-- Is this grown-up person family of the child: a parent, kin, or somebody who comes in by a door as their parent or carer?
CREATE FUNCTION bonds_home_reader(child uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT EXISTS (SELECT FROM people_person p WHERE p.id = reader
              AND p.born_on > (kith_today() - interval '18 years')::date)
       AND (EXISTS (SELECT FROM people_relationship r
             WHERE (r.person_id = child AND r.other_id = reader AND r.kind IN ('mother', 'father', 'parent', 'step_parent',
                    'adoptive_parent', 'special_guardian', 'grandparent', 'aunt_uncle', 'sibling', 'half_sibling', 'twin',
                    'cousin', 'relative', 'godparent', 'cultural_kin'))
                OR (r.person_id = reader AND r.other_id = child AND r.kind IN ('child', 'step_child', 'ward', 'grandchild',
                    'niece_nephew', 'sibling', 'half_sibling', 'cousin', 'relative', 'cultural_kin')))
        OR EXISTS (SELECT FROM access_dooraccess d JOIN access_dooraccess me ON me.account_id = d.account_id
            WHERE d.person_id = child AND d.capacity IN ('parent', 'carer') AND d.during @> now() AND me.person_id = reader
              AND me.capacity = 'self' AND me.during @> now()));
END $$;
REVOKE ALL ON FUNCTION bonds_home_reader(uuid, uuid) FROM PUBLIC;
ALTER FUNCTION bonds_home_reader(uuid, uuid) OWNER TO kith_definer;

-- Why a way home may not be shown to somebody, as a word; nothing where it may.
CREATE OR REPLACE FUNCTION bonds_home_why_not(which uuid, reader uuid) RETURNS text {HEAD}
DECLARE w bonds_goinghome;
BEGIN
    SELECT g.* INTO w FROM bonds_goinghome g WHERE g.id = which;
    IF w.id IS NULL OR NOT bonds_writes_of(w.child_id) THEN RETURN 'not_yours'; END IF;
    IF reader = w.child_id THEN RETURN NULL; END IF;
    IF NOT bonds_home_reader(w.child_id, reader) THEN RETURN 'not_family'; END IF;
    IF bonds_link_barred(w.child_id, reader, NULL, true) THEN RETURN 'apart'; END IF;
    IF EXISTS (SELECT FROM bonds_homemust m WHERE m.way_id = which
        AND bonds_tells_where(reader, ARRAY[w.child_id], concat_ws(' ', m.what, m.who, m.help))) THEN RETURN 'address'; END IF;
    RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("bonds", "0014_prepared_for_the_way_home")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
