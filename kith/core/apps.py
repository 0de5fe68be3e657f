from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "kith.core"
    label = "core"
    verbose_name = "Core"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from kith.core import origins  # noqa: F401 - a check of `check --deploy`
        from kith.core.action_names import keep_action_names
        from kith.core.history import secure_history

        post_migrate.connect(secure_history, sender=self, dispatch_uid="kith.core.secure_history")
        post_migrate.connect(keep_action_names, sender=self, dispatch_uid="kith.core.keep_action_names")
