"""What the carer of a child in care may decide is written once, by the room of children in care, and read here.

That room lies above: it says `kinship_decided_in_care` anew. Until then, and for every child who is not in care, what stands
here alone holds.
"""

from django.db import migrations

from kith.core.said_anew import said_anew

HEAD = "LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$"
PORT = f"""
-- What is decided elsewhere of a child in care: the thing as the list here calls it, whether the carer decides it, and if
-- not who does and why. With `reader` alone what was shown to them by name; else what whoever asks may read.
CREATE FUNCTION kinship_decided_in_care(child uuid, reader uuid) RETURNS TABLE (what text, may boolean, words text) {HEAD}
BEGIN RETURN; END $$;
REVOKE ALL ON FUNCTION kinship_decided_in_care(uuid, uuid) FROM PUBLIC;
ALTER FUNCTION kinship_decided_in_care(uuid, uuid) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION kinship_decided_in_care(uuid, uuid) TO kith_app, kith_worker;
"""
WAS = "jsonb_build_object('what', d.what, 'may', d.may, 'words', d.words)\n      FROM kinship_maydecide d JOIN now ON now.id = d.caring_id"
IS = """jsonb_build_object('what', d.what, 'may', d.may AND coalesce(e.may, true),
           'words', CASE WHEN coalesce(e.may, true) THEN d.words ELSE e.words END)
      FROM kinship_maydecide d JOIN now ON now.id = d.caring_id
      LEFT JOIN LATERAL (SELECT x.may, x.words FROM kinship_decided_in_care(now.child_id, reader) x
          WHERE x.what = d.what AND now.kind IN ('temporary', 'foster') ORDER BY x.may LIMIT 1) e ON true"""


class Migration(migrations.Migration):
    dependencies = [("kinship", "0014_told_to_the_director")]
    operations = [migrations.RunSQL(PORT, migrations.RunSQL.noop), said_anew("kinship_my_door()", (WAS, IS))]
