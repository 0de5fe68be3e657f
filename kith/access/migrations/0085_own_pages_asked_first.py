"""Answers given in private before an account is opened, accounts opened after them, and one account a person."""

import uuid

import django.contrib.postgres.constraints
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0079_language_of_ones_own"),
        ("people", "0031_a_disability_taken_out"),
    ]

    operations = [
        migrations.CreateModel(
            name="AskedInPrivate",
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
                ("asked_on", models.DateField(help_text="The day on which they were asked.")),
                (
                    "where_asked",
                    models.CharField(
                        help_text="Where they were asked, and how they were alone.", max_length=120
                    ),
                ),
                (
                    "alone",
                    models.BooleanField(help_text="Whether nobody else could hear or read the answers."),
                ),
                (
                    "phone",
                    models.CharField(
                        choices=[
                            ("alone", "nobody else"),
                            ("others", "somebody else does, or may"),
                            ("none", "they have none"),
                        ],
                        help_text="Who else sees or answers their phone: calls and texts.",
                        max_length=6,
                    ),
                ),
                (
                    "email",
                    models.CharField(
                        choices=[
                            ("alone", "nobody else"),
                            ("others", "somebody else does, or may"),
                            ("none", "they have none"),
                        ],
                        help_text="Who else reads their email.",
                        max_length=6,
                    ),
                ),
                (
                    "post",
                    models.CharField(
                        choices=[
                            ("alone", "nobody else"),
                            ("others", "somebody else does, or may"),
                            ("none", "they have none"),
                        ],
                        help_text="Who else opens their post.",
                        max_length=6,
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True,
                        help_text="Who it is, and what else they said. Staff only, never behind a door.",
                        max_length=300,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "asked in private",
            },
        ),
        migrations.CreateModel(
            name="AskedInPrivateEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
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
                ("asked_on", models.DateField(help_text="The day on which they were asked.")),
                (
                    "where_asked",
                    models.CharField(
                        help_text="Where they were asked, and how they were alone.", max_length=120
                    ),
                ),
                (
                    "alone",
                    models.BooleanField(help_text="Whether nobody else could hear or read the answers."),
                ),
                (
                    "phone",
                    models.CharField(
                        choices=[
                            ("alone", "nobody else"),
                            ("others", "somebody else does, or may"),
                            ("none", "they have none"),
                        ],
                        help_text="Who else sees or answers their phone: calls and texts.",
                        max_length=6,
                    ),
                ),
                (
                    "email",
                    models.CharField(
                        choices=[
                            ("alone", "nobody else"),
                            ("others", "somebody else does, or may"),
                            ("none", "they have none"),
                        ],
                        help_text="Who else reads their email.",
                        max_length=6,
                    ),
                ),
                (
                    "post",
                    models.CharField(
                        choices=[
                            ("alone", "nobody else"),
                            ("others", "somebody else does, or may"),
                            ("none", "they have none"),
                        ],
                        help_text="Who else opens their post.",
                        max_length=6,
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True,
                        help_text="Who it is, and what else they said. Staff only, never behind a door.",
                        max_length=300,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OpenedAccount",
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
                    "way",
                    models.CharField(
                        choices=[
                            ("hand", "in person"),
                            ("text", "by text"),
                            ("email", "by email"),
                            ("post", "by post"),
                        ],
                        help_text="How the first link was given to them.",
                        max_length=5,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OpenedAccountEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
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
                    "way",
                    models.CharField(
                        choices=[
                            ("hand", "in person"),
                            ("text", "by text"),
                            ("email", "by email"),
                            ("post", "by post"),
                        ],
                        help_text="How the first link was given to them.",
                        max_length=5,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="dooraccess",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("capacity", "self")),
                expressions=[("person", "="), ("during", "&&")],
                name="door_one_account_a_person",
            ),
        ),
        migrations.AddField(
            model_name="askedinprivate",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="asked_in_private",
                to="people.person",
            ),
        ),
        migrations.AddField(
            model_name="askedinprivateevent",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="people.person",
            ),
        ),
        migrations.AddField(
            model_name="askedinprivateevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="access.askedinprivate",
            ),
        ),
        migrations.AddField(
            model_name="openedaccount",
            name="account",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="opened_for",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="openedaccount",
            name="asked",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="opened", to="access.askedinprivate"
            ),
        ),
        migrations.AddField(
            model_name="openedaccountevent",
            name="account",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="openedaccountevent",
            name="asked",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="access.askedinprivate",
            ),
        ),
        migrations.AddField(
            model_name="openedaccountevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="access.openedaccount",
            ),
        ),
        migrations.AddIndex(
            model_name="askedinprivate",
            index=models.Index(fields=["person", "-asked_on"], name="asked_in_private_person"),
        ),
        migrations.AddConstraint(
            model_name="askedinprivate",
            constraint=models.CheckConstraint(
                condition=models.Q(("where_asked", ""), _negated=True), name="asked_in_private_says_where"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="askedinprivate",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "access_askedinprivateevent" ("alone", "asked_on", "email", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "post", "recorded_at", "recorded_by", "source", "where_asked", "words") VALUES (OLD."alone", OLD."asked_on", OLD."email", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."phone", OLD."post", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."where_asked", OLD."words"); RETURN NULL;',
                    hash="b880a6fbb3a05cadc6f65c7ccb37be0b542f13e5",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_7e2fb",
                    table="access_askedinprivate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="askedinprivate",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "access_askedinprivateevent" ("alone", "asked_on", "email", "id", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "phone", "post", "recorded_at", "recorded_by", "source", "where_asked", "words") VALUES (OLD."alone", OLD."asked_on", OLD."email", OLD."id", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."phone", OLD."post", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."where_asked", OLD."words"); RETURN NULL;',
                    hash="2581da56413e684240d8e6b22b3b1f847b4f47b9",
                    operation="DELETE",
                    pgid="pgtrigger_removed_e1b69",
                    table="access_askedinprivate",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="openedaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "access_openedaccountevent" ("account_id", "asked_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "way") VALUES (OLD."account_id", OLD."asked_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."way"); RETURN NULL;',
                    hash="bb1ccb4c704b9cf1eae7f4835a259093f0d96fd7",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_71443",
                    table="access_openedaccount",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="openedaccount",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "access_openedaccountevent" ("account_id", "asked_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by", "source", "way") VALUES (OLD."account_id", OLD."asked_id", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."way"); RETURN NULL;',
                    hash="11faef4581f48f297999d52f80e0b053084b6e24",
                    operation="DELETE",
                    pgid="pgtrigger_removed_153fd",
                    table="access_openedaccount",
                    when="AFTER",
                ),
            ),
        ),
    ]
