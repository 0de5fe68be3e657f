from django.apps import AppConfig


class JourneysConfig(AppConfig):
    name = "kith.journeys"
    label = "journeys"
    verbose_name = "What spans rooms"
