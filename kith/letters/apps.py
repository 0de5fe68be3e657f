from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "kith.letters"
    label = "letters"
    verbose_name = "Letters"
