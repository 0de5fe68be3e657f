from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "kith.advice"
    label = "advice"
    verbose_name = "Advice service"

    def ready(self) -> None:
        from kith.advice import permissions, tasks  # noqa: F401
        from kith.advice.chat import tasks as of_the_chat  # noqa: F401

        permissions.fill_ports()
