from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "kith.letters"
    label = "letters"
    verbose_name = "Letters"

    def ready(self) -> None:
        from kith.letters.staff import papers

        papers.fill()
