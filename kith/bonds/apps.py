from django.apps import AppConfig


class BondsConfig(AppConfig):
    name = "kith.bonds"
    label = "bonds"
    verbose_name = "Bonds"

    def ready(self) -> None:
        from kith.bonds import duties
        from kith.bonds.queries.today import TODAY_ASKS
        from kith.core.asked import ASKED

        duties.fill()
        ASKED.add("bonds", TODAY_ASKS)
