"""What is told of visits are the days: as the rooms tell them to the law, without whose event or home it was."""

from django.db import migrations

# Owner, rights and settings of the function stay. Fails where the words are not there.
SQL = """
DO $do$
DECLARE was text := pg_get_functiondef('access_told_facts()'::regprocedure); said text;
BEGIN
    said := replace(was, 's.seen_on, NULL, s.event_id FROM seen s', 's.seen_on, NULL, NULL FROM seen s');
    said := replace(said, 'least(coalesce(h.until, h.year_on), h.year_on), h.ref', 'least(coalesce(h.until, h.year_on), h.year_on), NULL');
    IF said = was THEN RAISE EXCEPTION 'nothing to change in access_told_facts()'; END IF;
    EXECUTE said;
END $do$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0072_kept_apart")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
