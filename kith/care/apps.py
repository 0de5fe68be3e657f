from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "kith.care"
    label = "care"
    verbose_name = "Care"

    def ready(self) -> None:
        from kith.care import duties, tasks  # noqa: F401  # the tasks are named by being read
        from kith.care.queries.living import living
        from kith.core.homes import lives_there

        duties.fill()
        lives_there.add("care", living)
