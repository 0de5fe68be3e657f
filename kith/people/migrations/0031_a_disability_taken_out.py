"""A disability that was recorded wrongly is taken out by who may write it; what was recorded stays in its history.

No login of people deletes rows of the record: this function takes out one, of this table alone, for whoever could correct it.
"""

from django.db import migrations

from kith.core.rls import granted

FUNCTION = f"""
CREATE FUNCTION people_take_out_disability(wrong uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM people_disability d WHERE d.id = wrong AND kith_on_behalf_of() IS NULL
       AND access_role_edits(kith_actor_role()) AND {granted("d.person_id")};
    RETURN FOUND;
END $$;
ALTER FUNCTION people_take_out_disability(uuid) OWNER TO kith_definer;
REVOKE ALL ON FUNCTION people_take_out_disability(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people_take_out_disability(uuid) TO kith_app;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0030_schools"), ("access", "0052_writes_by_role")]
    operations = [migrations.RunSQL(FUNCTION, reverse_sql="DROP FUNCTION people_take_out_disability(uuid)")]
