from django.apps import AppConfig


class HelpConfig(AppConfig):
    name = "kith.help"
    label = "help"
    verbose_name = "Family help"

    def ready(self) -> None:
        from kith.help import duties
        from kith.help.families import answers
        from kith.help.queries.askers import morning_line
        from kith.law.morning.also import ALSO

        duties.fill()
        answers.fill()
        ALSO.add("help", morning_line)
