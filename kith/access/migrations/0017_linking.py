"""Linking two records opens nothing that was not open: both must be open by work with them, not by a reason."""

from django.db import migrations

HELD = (
    "EXISTS (SELECT 1 FROM access_grant kg WHERE kg.actor = (SELECT kith_actor()) AND kg.person = people_personidentity.{one}"
    " AND kg.level >= 2 AND (kg.label_mask & 1) <> 0 AND kg.came_from IN ('involvement', 'team') AND kg.during @> now())"
)
BOTH = f"{HELD.format(one='canonical_id')} AND {HELD.format(one='person_id')}"
POLICIES = f"""
DROP POLICY people_personidentity_insert ON people_personidentity;
DROP POLICY people_personidentity_update ON people_personidentity;
CREATE POLICY people_personidentity_insert ON people_personidentity FOR INSERT TO kith_app
    WITH CHECK ({BOTH} AND people_may_link(person_id, canonical_id));
CREATE POLICY people_personidentity_update ON people_personidentity FOR UPDATE TO kith_app
    USING ({BOTH}) WITH CHECK ({BOTH});
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0016_words")]
    operations = [migrations.RunSQL(POLICIES)]
