"""A coordinator of family meetings is often paid by the council. That makes none of its notes "their own organisation's"."""

from django.db import migrations

SQL = """
-- Did whoever asks write it, or a colleague of theirs outside the council?
CREATE FUNCTION access_written_by_ours(author uuid, who uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN coalesce(author = who, false) OR EXISTS (
        SELECT FROM access_account w JOIN access_account me ON me.organisation_id = w.organisation_id
          JOIN access_organisation o ON o.id = me.organisation_id
         WHERE w.id = author AND me.id = who AND o.kind <> 'council');
END $$;
GRANT SELECT ON access_organisation TO kith_definer;
REVOKE ALL ON FUNCTION access_written_by_ours(uuid, uuid) FROM PUBLIC;
ALTER FUNCTION access_written_by_ours(uuid, uuid) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0066_found_in_one_block")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
