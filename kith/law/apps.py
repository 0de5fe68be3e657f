from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "kith.law"
    label = "law"
    verbose_name = "Law"

    def ready(self) -> None:
        from kith.core.working_time import one_working_day_later
        from kith.law import calendar
        from kith.law.notes import facts
        from kith.law.register import shipped
        from kith.law.settings import queries

        shipped()
        facts.fill()
        queries.fill()
        one_working_day_later.fill(calendar.one_working_day_later)
