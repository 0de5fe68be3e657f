"""Who said something is answered of oneself, and of those whom the actor may open."""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE OR REPLACE FUNCTION kinship_said_by(earlier uuid, person uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN earlier IS NULL OR ((kinship_is_me(person) OR kinship_opens(person)) AND EXISTS (
        SELECT FROM kinship_said s JOIN kith_same_people(ARRAY[person]) p ON p.same = s.person_id WHERE s.id = earlier));
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("kinship", "0020_decided_where_a_child_is_in_care")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
