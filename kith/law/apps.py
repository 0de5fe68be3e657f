from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "kith.law"
    label = "law"
    verbose_name = "Law"

    def ready(self) -> None:
        from kith.law.register import shipped
        from kith.law.settings import queries

        shipped()
        queries.fill()
