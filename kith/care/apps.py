from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "kith.care"
    label = "care"
    verbose_name = "Care"

    def ready(self) -> None:
        from kith.care import duties, tasks  # noqa: F401  # the tasks are named by being read

        duties.fill()
