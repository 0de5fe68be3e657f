"""That a review asked whether a child could go home is one thing; that living at home again was looked at, another.

The fact `return_home_looked_at` is of a child who is at home (RU-01): reviews in care told it before.
"""

from importlib import import_module

from django.db import migrations

before = import_module("kith.care.migrations.0032_what_a_child_is_told").FACTS
LINE = "        PERFORM care_fact(NEW.person_id, NEW.id, 'return_home_looked_at', CASE WHEN NEW.home_looked_at THEN NEW.held_on END);\n"
START = "CREATE FUNCTION care_keep_facts()"
SQL = "CREATE OR REPLACE" + before[before.index(START) + len("CREATE") :].replace(LINE, "")


class Migration(migrations.Migration):
    dependencies = [("care", "0043_going_home_at_reviews")]
    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        migrations.RunSQL(
            "DELETE FROM care_carefact WHERE kind = 'return_home_looked_at'", migrations.RunSQL.noop
        ),
    ]
