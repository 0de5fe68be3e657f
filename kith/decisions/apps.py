from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "kith.decisions"
    label = "decisions"
    verbose_name = "Family group decision making"

    def ready(self) -> None:
        from kith.decisions import duties

        duties.fill()
