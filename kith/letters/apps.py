from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "kith.letters"
    label = "letters"
    verbose_name = "Letters"

    def ready(self) -> None:
        from kith.core.asked import ASKED
        from kith.letters.queries.lists import failed_of, refused_since
        from kith.letters.staff import papers

        ASKED.add("letters", failed_of)
        ASKED.add("letters: own words", refused_since)
        papers.fill()
