from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "kith.care"
    label = "care"
    verbose_name = "Care"

    def ready(self) -> None:
        from kith.care import duties

        duties.fill()
