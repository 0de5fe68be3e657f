from django.apps import AppConfig


class HomesConfig(AppConfig):
    name = "kith.homes"
    label = "homes"
    verbose_name = "Homes"
