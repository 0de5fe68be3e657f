"""What "their own organisation wrote" means is asked of one function, for which the council is nobody's own."""

from django.db import migrations

# Owner, rights and settings of the function stay. Fails where the words are not there.
SQL = """
DO $do$
DECLARE was text := pg_get_functiondef('plan_line_seen(uuid, uuid, integer, uuid, uuid, uuid)'::regprocedure); said text;
BEGIN
    said := replace(was, '(w.id = who OR w.organisation_id = me.organisation_id)', 'access_written_by_ours(w.id, who)');
    said := replace(said, '(w.id = me.id OR w.organisation_id = me.organisation_id)', 'access_written_by_ours(w.id, me.id)');
    IF said = was THEN RAISE EXCEPTION 'nothing to change in plan_line_seen(uuid, uuid, integer, uuid, uuid, uuid)'; END IF;
    EXECUTE said;
END $do$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("plan", "0004_answers_are_not_for_partners"),
        ("access", "0067_the_council_is_nobodys_own"),
    ]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
