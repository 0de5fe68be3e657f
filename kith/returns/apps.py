from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "kith.returns"
    label = "returns"
    verbose_name = "Returns"

    def ready(self) -> None:
        from kith.returns.staging import coverage

        coverage.fill()
        from kith.returns import waiting, where

        waiting.fill()
        where.fill()
        from kith.returns.findings import after

        after.fill()
