"""Being looked after: written by roles that edit what is recorded of people, whatever is open to others (docs/adr/0130)."""

from django.db import migrations

from kith.core.rls import written_by_role


class Migration(migrations.Migration):
    dependencies = [("care", "0003_fewer_indexes"), ("access", "0052_writes_by_role")]
    operations = [
        written_by_role(
            "care_adoption",
            "care_placedforadoption",
            "care_previouspermanence",
            "care_careleavercontact",
            "care_episode",
            "care_episodeplace",
            "care_healthyear",
            "care_deprivationofliberty",
            "care_missingepisode",
            "care_motherhood",
            "care_review",
            "care_socialworkerepisode",
            "care_unaccompaniedperiod",
        )
    ]
