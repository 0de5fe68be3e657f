from django.apps import AppConfig


class HomesConfig(AppConfig):
    name = "kith.homes"
    label = "homes"
    verbose_name = "Homes"

    def ready(self) -> None:
        from kith.homes import duties

        duties.fill()
