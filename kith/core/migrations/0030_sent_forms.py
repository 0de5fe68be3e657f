"""Forms that were sent and done: each account sees its own, and none is changed or taken away."""

from django.db import migrations, models

OWN = "actor = (SELECT kith_actor())"
PROTECTED = f"""
ALTER TABLE core_sentform ENABLE ROW LEVEL SECURITY;
ALTER TABLE core_sentform FORCE ROW LEVEL SECURITY;
CREATE POLICY core_sentform_read ON core_sentform FOR SELECT TO kith_app
    USING ({OWN} AND (SELECT kith_on_behalf_of()) IS NULL);
CREATE POLICY core_sentform_insert ON core_sentform FOR INSERT TO kith_app WITH CHECK ({OWN});
CREATE POLICY core_sentform_migrating ON core_sentform TO kith_owner
    USING (current_setting('kith.migrating', true) = 'on') WITH CHECK (current_setting('kith.migrating', true) = 'on');
GRANT SELECT, INSERT ON core_sentform TO kith_app;
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0021_cache_without_pickles")]
    operations = [
        migrations.CreateModel(
            name="SentForm",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        help_text="The same for the same sending, and for no other.",
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("at", models.DateTimeField(help_text="When it was done (UTC).")),
                ("actor", models.UUIDField(help_text="The account that sent it.")),
                (
                    "leads_to",
                    models.TextField(help_text="The address of the page that followed: ids only."),
                ),
            ],
        ),
        migrations.RunSQL(PROTECTED, reverse_sql=migrations.RunSQL.noop),
    ]
