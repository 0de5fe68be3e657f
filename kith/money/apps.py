from django.apps import AppConfig


class MoneyConfig(AppConfig):
    name = "kith.money"
    label = "money"
    verbose_name = "Money"

    def ready(self) -> None:
        from kith.money import duties

        duties.fill()
