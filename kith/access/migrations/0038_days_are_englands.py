"""Who may open, find and lift what today: by the day in England, and a restriction bars until it is over."""

from django.db import migrations

from kith.core.today import by_todays_day

NAMED_X = (
    "access_regrant(uuid[])",
    "access_door(uuid)",
    "access_lift(uuid, text)",
    "access_restriction_named(text)",
    "access_requests()",
    "access_unmask(uuid)",
    "people_find(text, date, date[], text, text[], integer)",
    "people_check_with(text, date, date[], text[])",
    "people_may_name(uuid)",
    "people_may_link(uuid, uuid)",
    "people_never_found(uuid[])",
    "people_to_match()",
)


class Migration(migrations.Migration):
    dependencies = [("access", "0036_roles_take_two"), ("core", "0031_today")]
    operations = [
        by_todays_day(*NAMED_X, limit="x.during"),
        by_todays_day("access_lift_now(uuid, uuid, text)", limit="during"),
        by_todays_day("kith_may_know_where(uuid, uuid)", "access_leads(uuid)"),
    ]
