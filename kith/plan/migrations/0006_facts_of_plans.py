"""What is held by plan, as dated facts about each child of it: for the law (docs/adr/0153)."""

import uuid

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

from kith.core.rls import Policy, Protect

HEAD = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = (
    f"""
-- A plan without a footing in law is a Family Help plan, as one is on the footing of early help or of need.
CREATE FUNCTION plan_facts_of(asked uuid) RETURNS void {HEAD}
BEGIN
    WITH child AS (
        SELECT p.person_id FROM plan_planperson p WHERE p.plan_id = asked AND p.part = 'child'
    ), said AS (
    SELECT person_id, kind, day, nullif(until, 'infinity') AS until FROM child CROSS JOIN LATERAL (
        SELECT 'family_help' AS kind, greatest(p.started_on, min(lower(b.during))) AS day,
               least(coalesce(p.ended_on, 'infinity'), max(coalesce(upper(b.during), 'infinity'))) AS until
          FROM plan_plan p LEFT JOIN plan_planbasis b ON b.plan_id = p.id AND b.basis IN ('early_help', 'child_in_need')
         WHERE p.id = asked GROUP BY p.id
        HAVING count(b.id) > 0 OR NOT EXISTS (SELECT FROM plan_planbasis o WHERE o.plan_id = asked)
        UNION ALL
        SELECT 'pathway', min(lower(b.during)),
               least(coalesce(p.ended_on, 'infinity'), max(coalesce(upper(b.during), 'infinity')))
          FROM plan_plan p JOIN plan_planbasis b ON b.plan_id = p.id AND b.basis = 'care_leaver'
         WHERE p.id = asked GROUP BY p.id
        UNION ALL
        SELECT 'reviewed', r.on, 'infinity' FROM plan_planreview r WHERE r.plan_id = asked
        UNION ALL
        SELECT DISTINCT 'agreed_in_care', v.agreed_on, 'infinity'::date FROM plan_planversion v
          JOIN plan_planbasis b ON b.plan_id = v.plan_id AND b.basis = 'looked_after' AND b.during @> v.agreed_on
         WHERE v.plan_id = asked) k
     WHERE day IS NOT NULL AND until >= day
    ), gone AS (
        DELETE FROM plan_planfact f WHERE f.plan_id = asked AND NOT EXISTS (SELECT FROM said s
            WHERE (s.person_id, s.kind, s.day) = (f.person_id, f.kind, f.happened_on))
    )
    INSERT INTO plan_planfact (id, recorded_at, recorded_by, source, plan_id, person_id, kind, happened_on, until)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', asked, s.person_id, s.kind, s.day, s.until FROM said s
    ON CONFLICT (plan_id, person_id, kind, happened_on) DO UPDATE SET until = excluded.until
     WHERE plan_planfact.until IS DISTINCT FROM excluded.until;
END $$;

CREATE FUNCTION plan_facts() RETURNS trigger {HEAD}
BEGIN
    IF TG_TABLE_NAME = 'plan_plan' THEN PERFORM plan_facts_of(NEW.id);
    ELSIF TG_OP = 'DELETE' THEN PERFORM plan_facts_of(OLD.plan_id);
    ELSE PERFORM plan_facts_of(NEW.plan_id); END IF;
    RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION plan_facts_of(uuid), plan_facts() FROM PUBLIC;
ALTER FUNCTION plan_facts_of(uuid) OWNER TO kith_definer;
ALTER FUNCTION plan_facts() OWNER TO kith_definer;
CREATE TRIGGER plan_facts AFTER INSERT OR UPDATE ON plan_plan FOR EACH ROW EXECUTE FUNCTION plan_facts();
"""
    + "".join(
        f"CREATE TRIGGER plan_facts AFTER INSERT OR UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION plan_facts();\n"
        for table in ("plan_planperson", "plan_planbasis", "plan_planreview", "plan_planversion")
    )
    + """
-- What was recorded before this was there.
GRANT EXECUTE ON FUNCTION plan_facts_of(uuid) TO kith_owner;
SELECT plan_facts_of(p.id) FROM plan_plan p;
"""
)
ME, OTHER = "(SELECT kith_actor())", "(SELECT kith_on_behalf_of())"
# Whoever reads the plan itself.
FACT = Policy(
    "plan_planfact",
    read=f"plan_whole(plan_planfact.plan_id, 1, {ME})",
    as_other=f"plan_whole(plan_planfact.plan_id, 1, {OTHER})",
    write="false",
    insert="false",
)


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0029_found_in_one_block"),
        ("plan", "0005_the_council_is_nobodys_own"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanFact",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("family_help", "the plan ran as a Family Help plan"),
                            ("pathway", "the plan ran as a pathway plan"),
                            ("reviewed", "the plan was looked at again"),
                            ("agreed_in_care", "the plan was agreed as a care plan"),
                        ],
                        max_length=14,
                    ),
                ),
                ("happened_on", models.DateField(help_text="The day on which it happened or began.")),
                ("until", models.DateField(help_text="The day on which it ended, of what lasts.", null=True)),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_facts",
                        to="people.person",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="plan.plan"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PlanFactEvent",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("family_help", "the plan ran as a Family Help plan"),
                            ("pathway", "the plan ran as a pathway plan"),
                            ("reviewed", "the plan was looked at again"),
                            ("agreed_in_care", "the plan was agreed as a care plan"),
                        ],
                        max_length=14,
                    ),
                ),
                ("happened_on", models.DateField(help_text="The day on which it happened or began.")),
                ("until", models.DateField(help_text="The day on which it ended, of what lasts.", null=True)),
                (
                    "person",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="plan.planfact",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="plan.plan",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddIndex(
            model_name="planfact",
            index=django.contrib.postgres.indexes.HashIndex(fields=["person"], name="plan_fact_by_person"),
        ),
        migrations.AddConstraint(
            model_name="planfact",
            constraint=models.UniqueConstraint(
                fields=("plan", "person", "kind", "happened_on"), name="plan_fact_once"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planfact",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "plan_planfactevent" ("happened_on", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by", "source", "until") VALUES (OLD."happened_on", OLD."id", OLD."kind", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."plan_id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."until"); RETURN NULL;',
                    hash="4c2da229456f35a1d47b2b8f0f744cea1f6b0522",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_077f1",
                    table="plan_planfact",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="planfact",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "plan_planfactevent" ("happened_on", "id", "kind", "person_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "recorded_at", "recorded_by", "source", "until") VALUES (OLD."happened_on", OLD."id", OLD."kind", OLD."person_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."plan_id", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."until"); RETURN NULL;',
                    hash="0b14526dbb842579ae69b1869a964fbea50d16c3",
                    operation="DELETE",
                    pgid="pgtrigger_removed_e75cf",
                    table="plan_planfact",
                    when="AFTER",
                ),
            ),
        ),
        Protect(FACT),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
