from django.apps import AppConfig


class BondsConfig(AppConfig):
    name = "kith.bonds"
    label = "bonds"
    verbose_name = "Bonds"

    def ready(self) -> None:
        from kith.bonds import duties

        duties.fill()
