from django.apps import AppConfig


class StoryConfig(AppConfig):
    name = "kith.story"
    label = "story"
    verbose_name = "Story"

    def ready(self) -> None:
        from kith.core.asked import ASKED
        from kith.story import providers
        from kith.story.queries.uses import TODAY_ASKS

        providers.fill()
        ASKED.add("own words", TODAY_ASKS)
