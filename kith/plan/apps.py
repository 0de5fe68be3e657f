from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "kith.plan"
    label = "plan"
    verbose_name = "The one plan"

    def ready(self) -> None:
        from kith.plan import duties

        duties.fill()
