"""What is recorded of people is written by roles that edit it, not by whoever has a grant (docs/adr/0130)."""

from django.db import migrations

from kith.core.rls import written_by_role

ROLE = """
-- Roles that change what is recorded of a person; a test holds it to kith.access.roles.
CREATE FUNCTION access_role_edits(role text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT coalesce(role IN ('lead', 'social_worker', 'protection', 'manager', 'front_door'), false) $$;
REVOKE ALL ON FUNCTION access_role_edits(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_role_edits(text) TO kith_app, kith_worker, kith_definer;
ALTER FUNCTION access_role_edits(text) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0051_restricting_by_role")]
    operations = [
        migrations.RunSQL(ROLE, reverse_sql=migrations.RunSQL.noop),
        written_by_role(
            "people_person",
            "people_personname",
            "people_identifier",
            "people_language",
            "people_personneed",
            "people_disability",
            "people_address",
            "people_contactpoint",
            "people_mayknow",
            "people_personidentity",
            "people_relationship",
            "people_family",
            "people_familymember",
            "people_possibleduplicate",
        ),
    ]
