"""A process of its own: bring the bench's empty database up to date, with keys and static files."""

from __future__ import annotations

from pathlib import Path


def main() -> None:
    """Migrate as the owner, make keys as the worker, gather static files as `kith up` does."""
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    from kith.core.keystore import ensure_keys
    from kith.core.migration_state import drawn_once

    with drawn_once():
        call_command("migrate", database="owner", verbosity=0, interactive=False)
    ensure_keys()
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False)


if __name__ == "__main__":
    main()
