from django.apps import AppConfig


class HelpConfig(AppConfig):
    name = "kith.help"
    label = "help"
    verbose_name = "Family help"

    def ready(self) -> None:
        from kith.help import duties
        from kith.help.families import answers

        duties.fill()
        answers.fill()
