"""The queue of background work: ids only ride in it, so the app may put work in and the worker take it out."""

from django.db import migrations

from kith.core.rls import opened

TABLES = (
    "procrastinate_jobs",
    "procrastinate_events",
    "procrastinate_periodic_defers",
    "procrastinate_workers",
)


class Migration(migrations.Migration):
    dependencies = [("core", "0002_actor_functions"), ("procrastinate", "0041_post_retry_failed_job")]
    operations = [opened(table, delete=True) for table in TABLES]
