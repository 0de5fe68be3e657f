"""Items of other rooms may be released by name; each room says by a policy of its own which, and to whom."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0064_concerns_take_the_same_work"),
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
                ],
                max_length=12,
            ),
        ),
    ]
