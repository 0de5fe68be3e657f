"""What a list shows of a service is made by the database; how one gets to a place; those of no place by their words."""

import django.contrib.postgres.indexes
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

LINE = """
-- What a list shows of a service, from its public document and from nothing else. Towns stand by the id of the place:
-- a document of a secret place has none.
CREATE FUNCTION offer_line(document jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
    jsonb_strip_nulls(jsonb_build_object(
        'name', document -> 'name',
        'summary', left(document ->> 'description', 400),
        'status', document -> 'status',
        'minimum_age', document -> 'minimum_age',
        'maximum_age', document -> 'maximum_age',
        'amounts', jsonb_path_query_array(document, '$.cost_options[*].amount'),
        'costs', jsonb_array_length(coalesce(document -> 'cost_options', '[]')),
        'phone', document -> 'phones' -> 0 -> 'number',
        'towns', (SELECT jsonb_object_agg(at ->> 'location_id', at #> '{location,addresses,0,city}')
                    FROM jsonb_path_query(document, '$.service_at_locations[*]') at)));
"""


class Migration(migrations.Migration):
    dependencies = [
        ("offer", "0007_said_anew_and_forgotten"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="place",
            name="changed",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="place",
            name="removed",
        ),
        migrations.AddField(
            model_name="place",
            name="getting_here",
            field=models.CharField(
                blank=True,
                help_text="Buses, parking, the way in, in words (transportation in HSDS 3.0).",
                max_length=500,
            ),
        ),
        migrations.AddField(
            model_name="placeevent",
            name="getting_here",
            field=models.CharField(
                blank=True,
                help_text="Buses, parking, the way in, in words (transportation in HSDS 3.0).",
                max_length=500,
            ),
        ),
        migrations.RunSQL(LINE, reverse_sql="DROP FUNCTION offer_line(jsonb)"),
        migrations.AddField(
            model_name="published",
            name="line",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(models.F("document"), function="offer_line"),
                help_text="What a list shows of it.",
                output_field=models.JSONField(),
            ),
        ),
        migrations.AddIndex(
            model_name="spot",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("at", None), ("first", True)), fields=["words"], name="spot_nowhere_words"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="changed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "offer_placeevent" ("access", "address", "county", "east", "getting_here", "id", "latitude", "longitude", "name", "north", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "recorded_at", "recorded_by", "source", "town") VALUES (OLD."access", OLD."address", OLD."county", OLD."east", OLD."getting_here", OLD."id", OLD."latitude", OLD."longitude", OLD."name", OLD."north", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'changed\', OLD."id", OLD."postcode", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."town"); RETURN NULL;',
                    hash="b2924e12ba5f57def8e7a8f9b4e4ab6c19e755f8",
                    operation="UPDATE",
                    pgid="pgtrigger_changed_2d49b",
                    table="offer_place",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="place",
            trigger=pgtrigger.compiler.Trigger(
                name="removed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "offer_placeevent" ("access", "address", "county", "east", "getting_here", "id", "latitude", "longitude", "name", "north", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "recorded_at", "recorded_by", "source", "town") VALUES (OLD."access", OLD."address", OLD."county", OLD."east", OLD."getting_here", OLD."id", OLD."latitude", OLD."longitude", OLD."name", OLD."north", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'removed\', OLD."id", OLD."postcode", OLD."recorded_at", OLD."recorded_by", OLD."source", OLD."town"); RETURN NULL;',
                    hash="b023b20964878b1570889f0e2edb6674d46d9458",
                    operation="DELETE",
                    pgid="pgtrigger_removed_995a7",
                    table="offer_place",
                    when="AFTER",
                ),
            ),
        ),
    ]
