from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "kith.letters"
    label = "letters"
    verbose_name = "Letters"

    def ready(self) -> None:
        from kith.core.asked import ASKED
        from kith.letters.queries.lists import TODAY_ASKS
        from kith.letters.staff import papers

        ASKED.add("letters", TODAY_ASKS)
        papers.fill()
