"""What "their own organisation wrote" means is asked of one function, for which the council is nobody's own."""

from django.db import migrations

# Owner, rights and settings of the function stay. Fails where the words are not there.
SQL = """
DO $do$
DECLARE was text := pg_get_functiondef('story_about_open(uuid, integer, uuid)'::regprocedure); said text;
BEGIN
    said := replace(was, '(w.id = who OR w.organisation_id = me.organisation_id)', 'access_written_by_ours(w.id, who)');
    said := replace(said, '(w.id = me.id OR w.organisation_id = me.organisation_id)', 'access_written_by_ours(w.id, me.id)');
    IF said = was THEN RAISE EXCEPTION 'nothing to change in story_about_open(uuid, integer, uuid)'; END IF;
    EXECUTE said;
END $do$;
"""


class Migration(migrations.Migration):
    dependencies = [("story", "0057_who_sets_words"), ("access", "0067_the_council_is_nobodys_own")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
