from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "kith.advice"
    label = "advice"
    verbose_name = "Advice service"

    def ready(self) -> None:
        from kith.advice import permissions

        permissions.fill_ports()
