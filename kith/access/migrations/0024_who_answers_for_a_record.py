"""Who has looked at a record is for those who answer for it: roles that release, and the director; and the auditor."""

from django.db import migrations

from kith.core.rls import granted

ANSWER = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
POLICY = f"""
DROP POLICY access_look_read ON access_look;
CREATE POLICY access_look_read ON access_look FOR SELECT TO kith_app
    USING (((SELECT kith_actor_role()) IN ({ANSWER}) AND {granted("access_look.person")})
           OR (SELECT kith_actor_role()) = 'auditor');
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0023_sessions_and_passwords")]
    operations = [migrations.RunSQL(POLICY)]
