"""Who applied to foster and was refused or withdrew, as a fact for the law: where their home stands in the register already."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("kith.homes.migrations.0271_facts_of_what_happened")
HERE = "s.enquiry_id = e.id AND s.stage IN ('enquiry', 'applied', 'panel') WHERE e.home_id = which) x));"
STOPPED = """s.enquiry_id = e.id AND s.stage IN ('enquiry', 'applied', 'panel') WHERE e.home_id = which
        UNION ALL SELECT m.person, e.id, 'foster_applicant_stopped', s.on, NULL FROM m, homes_enquiry e JOIN homes_enquirystep s
            ON s.enquiry_id = e.id AND s.stage = 'stopped' WHERE e.home_id = which AND EXISTS (
               SELECT FROM homes_enquirystep a WHERE a.enquiry_id = e.id AND a.stage = 'applied')) x));"""
SQL = BEFORE.SQL.replace(HERE, STOPPED)
if SQL == BEFORE.SQL:
    raise RuntimeError("the function of the facts of a home is not as it was")
SQL = SQL[: SQL.index("CREATE TRIGGER")] + (
    "SELECT homes_home_facts(e.home_id) FROM homes_enquiry e JOIN homes_enquirystep s ON s.enquiry_id = e.id"
    " WHERE s.stage = 'stopped' AND e.home_id IS NOT NULL;"
)


class Migration(migrations.Migration):
    dependencies = [("homes", "0271_facts_of_what_happened")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
