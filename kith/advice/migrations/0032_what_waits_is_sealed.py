"""A post that waits has no word in clear: the database refuses one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("advice", "0031_harder_functions")]
    operations = [
        migrations.AddConstraint(
            model_name="post",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "held"), _negated=True),
                    models.Q(("sealed__isnull", False), ("words", "")),
                    _connector="OR",
                ),
                name="post_that_waits_is_sealed",
            ),
        ),
    ]
