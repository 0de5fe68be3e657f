from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "kith.decisions"
    label = "decisions"
    verbose_name = "Family group decision making"

    def ready(self) -> None:
        from kith.core.asked import ASKED
        from kith.decisions import duties
        from kith.decisions.queries.late import checks_late

        duties.fill()
        ASKED.add("asked alone", checks_late)
