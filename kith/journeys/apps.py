from django.apps import AppConfig


class JourneysConfig(AppConfig):
    name = "kith.journeys"
    label = "journeys"
    verbose_name = "What spans rooms"

    def ready(self) -> None:
        from kith.core import tell
        from kith.journeys.kept_apart import search_again

        tell.kept_apart.fill(search_again)
