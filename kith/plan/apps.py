from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "kith.plan"
    label = "plan"
    verbose_name = "The one plan"

    def ready(self) -> None:
        from kith.law.morning.also import ALSO
        from kith.plan import duties
        from kith.plan.awaited_news import morning_line

        duties.fill()
        ALSO.add("plan", morning_line)
