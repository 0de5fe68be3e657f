from django.apps import AppConfig


class StoryConfig(AppConfig):
    name = "kith.story"
    label = "story"
    verbose_name = "Story"

    def ready(self) -> None:
        from kith.story import providers

        providers.fill()
