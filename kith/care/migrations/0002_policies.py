"""Row level security on what is recorded of being looked after."""

from django.db import migrations

from kith.core.labels import Label
from kith.core.rls import Protect, by_person

HEALTH = str(Label.HEALTH.value)
WHERE = str(Label.ADDRESS_PROTECTED.value)
POLICIES = [
    by_person("care_adoption"),
    by_person("care_placedforadoption"),
    by_person("care_previouspermanence"),
    by_person("care_careleavercontact"),
    by_person("care_episode"),
    by_person("care_episodeplace", label=WHERE),
    by_person("care_healthyear", label=HEALTH),
    by_person("care_deprivationofliberty"),
    by_person("care_missingepisode"),
    by_person("care_motherhood"),
    by_person("care_review"),
    by_person("care_socialworkerepisode"),
    by_person("care_unaccompaniedperiod"),
]


class Migration(migrations.Migration):
    dependencies = [("care", "0001_initial"), ("access", "0003_policies")]
    operations = [Protect(policy) for policy in POLICIES]
