"""A council's own Word files to begin letters with: read by staff, added by those who set letters, changed by nobody."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from kith.core.rls import Policy, Protect

# Those who hold SET_LETTERS in kith.access.roles; a test holds this to them.
SETS = "'manager', 'director'"
KEPT = """
ALTER TABLE letters_wordtemplate ADD CONSTRAINT letters_wordtemplate_size CHECK (octet_length(content) <= 4194304);
CREATE TRIGGER letters_wordtemplate_kept BEFORE UPDATE OR DELETE ON letters_wordtemplate
    FOR EACH ROW EXECUTE FUNCTION letters_kept();
"""
POLICY = Policy(
    "letters_wordtemplate",
    read="coalesce((SELECT kith_actor_role()) NOT IN ('parent', 'young_person', 'carer'), false)",
    as_other="false",
    write="false",
    insert="letters_wordtemplate.recorded_by = (SELECT kith_actor()) AND letters_wordtemplate.source = 'worker'"
    f" AND coalesce((SELECT kith_actor_role()) IN ({SETS}), false)",
    history=False,
    extra=("REVOKE UPDATE, DELETE ON letters_wordtemplate FROM kith_app, kith_worker",),
)


class Migration(migrations.Migration):
    dependencies = [
        ("letters", "0003_papers_and_their_kinds"),
    ]

    operations = [
        migrations.CreateModel(
            name="WordTemplate",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        help_text="When this row was first written (UTC).",
                    ),
                ),
                (
                    "recorded_by",
                    models.UUIDField(
                        editable=False,
                        help_text="The account or service that wrote it (its id; accounts live higher up).",
                        null=True,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("worker", "written by a worker"),
                            ("family", "written by the family"),
                            ("ssda903", "loaded from an SSDA903 return"),
                            ("cin", "loaded from a CIN census"),
                            ("demo", "made up for the demonstration"),
                        ],
                        default="worker",
                        help_text="Where the fact came from. A load never overwrites what a worker or family wrote.",
                        max_length=10,
                    ),
                ),
                (
                    "key",
                    models.SlugField(
                        help_text="Its name in addresses, the same in each version.", max_length=40
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(help_text="1 for the first.")),
                ("name", models.CharField(help_text="What workers choose it by.", max_length=80)),
                (
                    "for_whom",
                    models.CharField(
                        choices=[
                            ("family", "somebody of the family"),
                            ("professional", "somebody who works with them, or a court"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "subject",
                    models.CharField(help_text="The line above the letter; may hold fields.", max_length=120),
                ),
                (
                    "content",
                    models.BinaryField(
                        help_text="The .docx itself, without whoever made it, when and where."
                    ),
                ),
                (
                    "fields",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        help_text="The fields that it names, in order.",
                        size=None,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("key", "version"), name="word_template_version_once")
                ],
            },
        ),
        migrations.AddField(
            model_name="letter",
            name="word",
            field=models.ForeignKey(
                help_text="The council's own Word file that it is made of, if it is.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="letters.wordtemplate",
            ),
        ),
        migrations.RunSQL(KEPT, migrations.RunSQL.noop),
        Protect(POLICY),
    ]
