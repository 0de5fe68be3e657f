from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "kith.insight"
    label = "insight"
    verbose_name = "Insight"

    def ready(self) -> None:
        from kith.insight import tasks  # noqa: F401
