from django.apps import AppConfig


class KinshipConfig(AppConfig):
    name = "kith.kinship"
    label = "kinship"
    verbose_name = "Kinship"

    def ready(self) -> None:
        from kith.core.homes import unexplored
        from kith.kinship import duties, queries

        unexplored.fill(queries.unexplored)
        duties.fill()
