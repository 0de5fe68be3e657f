"""A charity, a school and a meeting's coordinator neither read nor count what arises from a concern they may not see."""

from django.db import migrations

INSIDE = "coalesce((SELECT kith_actor_role()) NOT IN ('partner', 'school', 'coordinator'), false)"
SQL = f"""
CREATE POLICY story_event_outside ON story_event AS RESTRICTIVE FOR SELECT TO kith_app USING (
    {INSIDE} OR story_event.covert_id IS NULL OR story_event.recorded_by = (SELECT kith_actor())
    OR NOT kith_concern_open(story_event.covert_id));
CREATE POLICY story_about_outside ON story_about AS RESTRICTIVE FOR SELECT TO kith_app USING (
    {INSIDE} OR EXISTS (SELECT 1 FROM story_event ke WHERE ke.id = story_about.event_id));
"""


class Migration(migrations.Migration):
    dependencies = [("story", "0044_answers_to_the_asker_alone"), ("access", "0063_no_covert_worker_outside")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
