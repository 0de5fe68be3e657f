from django.apps import AppConfig


class OfferConfig(AppConfig):
    name = "kith.offer"
    label = "offer"
    verbose_name = "Local offer"

    def ready(self) -> None:
        from kith.offer import duties, tasks  # noqa: F401

        duties.fill()
