"""An answer that was overheard can say that somebody else sees their phone, e-mail or post; it cannot say that nobody does.

Asked alone, she said that he reads her phone; asked again with him beside her, that nobody does. The last answer of the two
counted until now. What was said alone counts until she says otherwise alone; what was overheard since may add to it.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE FUNCTION access_others_see(person uuid, way text) RETURNS boolean {HEAD}
DECLARE last_alone access_askedinprivate;
BEGIN
    SELECT a.* INTO last_alone FROM access_askedinprivate a JOIN kith_same_people(ARRAY[access_others_see.person]) s ON s.same = a.person_id
     WHERE a.alone ORDER BY a.asked_on DESC, a.recorded_at DESC, a.id LIMIT 1;
    RETURN EXISTS (SELECT FROM access_askedinprivate a JOIN kith_same_people(ARRAY[access_others_see.person]) s ON s.same = a.person_id
        WHERE CASE way WHEN 'post' THEN a.post WHEN 'email' THEN a.email ELSE a.phone END = 'others'
          AND (a.id = last_alone.id OR (NOT a.alone AND (last_alone.id IS NULL
               OR (a.asked_on, a.recorded_at) >= (last_alone.asked_on, last_alone.recorded_at)))));
END $$;
REVOKE ALL ON FUNCTION access_others_see(uuid, text) FROM PUBLIC;
ALTER FUNCTION access_others_see(uuid, text) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0098_nothing_before_prepared")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
