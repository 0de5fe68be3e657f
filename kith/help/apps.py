from django.apps import AppConfig


class HelpConfig(AppConfig):
    name = "kith.help"
    label = "help"
    verbose_name = "Family help"

    def ready(self) -> None:
        from kith.core.asked import ASKED
        from kith.help import duties
        from kith.help.families import answers
        from kith.help.families.owed import TODAY_ASKS
        from kith.help.queries.askers import morning_line
        from kith.law.morning.also import ALSO

        duties.fill()
        ASKED.add("change of lead", TODAY_ASKS)
        answers.fill()
        ALSO.add("help", morning_line)
