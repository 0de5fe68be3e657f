"""Today in England, by the database's clock: the one day that every function and policy goes by.

`current_date` is the day of the session's time zone, which is UTC: for an hour after midnight in summer it is
yesterday's, and a restriction made in that hour would bar nobody.
"""

from django.db import migrations

TODAY = """
CREATE FUNCTION kith_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT (now() AT TIME ZONE 'Europe/London')::date $$;
GRANT EXECUTE ON FUNCTION kith_today() TO kith_owner, kith_app, kith_worker, kith_definer, kith_audit;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0030_sent_forms")]
    operations = [migrations.RunSQL(TODAY)]
