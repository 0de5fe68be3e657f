"""Care by family and friends: items of it are released by name."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0160_payments_officer"),
    ]

    operations = [
        migrations.AlterField(
            model_name="release",
            name="kind",
            field=models.CharField(
                choices=[
                    ("event", "something on the story"),
                    ("passage", "a passage"),
                    ("involvement", "who works with us"),
                    ("document", "a document"),
                    ("duty", "what is due"),
                    ("plan", "a part of the plan"),
                    ("meeting", "a family meeting"),
                    ("letter", "a letter"),
                    ("help", "what became of asking for help"),
                    ("kinship", "care by family and friends"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="releaseevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("event", "something on the story"),
                    ("passage", "a passage"),
                    ("involvement", "who works with us"),
                    ("document", "a document"),
                    ("duty", "what is due"),
                    ("plan", "a part of the plan"),
                    ("meeting", "a family meeting"),
                    ("letter", "a letter"),
                    ("help", "what became of asking for help"),
                    ("kinship", "care by family and friends"),
                ],
                max_length=12,
            ),
        ),
    ]
