"""Kinds of home under the codes that the return takes since April 2024 and April 2025; a code may have three signs."""

from django.db import migrations, models

NOW = """
UPDATE care_stay SET kind = 'K3' WHERE kind = 'H5' AND coalesce(ended_on > DATE '2024-04-01', true);
UPDATE care_stay SET kind = 'Z14' WHERE kind = 'P2' AND coalesce(ended_on > DATE '2024-04-01', true)
    OR kind = 'Z1' AND coalesce(ended_on > DATE '2025-04-01', true);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("care", "0270_homes_that_may_be_no_home"),
    ]

    operations = [
        migrations.AlterField(
            model_name="stay",
            name="kind",
            field=models.CharField(
                choices=[
                    ("U1", "with family or friends who foster them, to stay until 18"),
                    ("U2", "with family or friends who foster them and may adopt"),
                    ("U3", "with family or friends who foster them"),
                    ("U4", "with foster carers, to stay until 18"),
                    ("U5", "with foster carers who may adopt"),
                    ("U6", "with foster carers"),
                    ("A3", "with adopters who fostered them, the parents agreeing"),
                    ("A4", "with adopters, the parents agreeing"),
                    ("A5", "with adopters who fostered them, by a placement order"),
                    ("A6", "with adopters, by a placement order"),
                    ("P1", "at home with parents"),
                    ("K2", "in a children’s home"),
                    ("K1", "in a secure children’s home"),
                    ("K3", "in supported accommodation"),
                    ("P3", "in a home that goes with work"),
                    ("S1", "in a residential school"),
                    ("R3", "in a family centre"),
                    ("R1", "in a care home"),
                    ("R2", "in a health home"),
                    ("R5", "in a young offender institution"),
                    ("Z14", "somewhere else, or living independently"),
                ],
                help_text="What kind of home (PLACE).",
                max_length=3,
            ),
        ),
        migrations.AlterField(
            model_name="stayevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("U1", "with family or friends who foster them, to stay until 18"),
                    ("U2", "with family or friends who foster them and may adopt"),
                    ("U3", "with family or friends who foster them"),
                    ("U4", "with foster carers, to stay until 18"),
                    ("U5", "with foster carers who may adopt"),
                    ("U6", "with foster carers"),
                    ("A3", "with adopters who fostered them, the parents agreeing"),
                    ("A4", "with adopters, the parents agreeing"),
                    ("A5", "with adopters who fostered them, by a placement order"),
                    ("A6", "with adopters, by a placement order"),
                    ("P1", "at home with parents"),
                    ("K2", "in a children’s home"),
                    ("K1", "in a secure children’s home"),
                    ("K3", "in supported accommodation"),
                    ("P3", "in a home that goes with work"),
                    ("S1", "in a residential school"),
                    ("R3", "in a family centre"),
                    ("R1", "in a care home"),
                    ("R2", "in a health home"),
                    ("R5", "in a young offender institution"),
                    ("Z14", "somewhere else, or living independently"),
                ],
                help_text="What kind of home (PLACE).",
                max_length=3,
            ),
        ),
        migrations.RunSQL(NOW, migrations.RunSQL.noop),
    ]
