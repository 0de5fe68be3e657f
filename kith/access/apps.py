from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "kith.access"
    label = "access"
    verbose_name = "Access"

    def ready(self) -> None:
        from kith.access import providers
        from kith.access.apart_reviews import reviews_of
        from kith.access.safe_contact.queries import unread_of
        from kith.core.asked import ASKED

        providers.fill()
        ASKED.add("kept apart", reviews_of)
        ASKED.add("access", unread_of)
