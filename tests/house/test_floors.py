"""Foreign keys go down the floors only, string references included."""

from __future__ import annotations

import tomllib
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]


def floors() -> dict[str, int]:
    """Height of each room, from the same list that holds the imports."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    return {
        room.strip(): height for height, layer in enumerate(reversed(layers)) for room in layer.split("|")
    }


def own_models() -> list[type]:
    return [
        model
        for config in apps.get_app_configs()
        if config.name.startswith("kith.")
        for model in config.get_models()
    ]


def test_foreign_keys_go_down_the_floors_only() -> None:
    height = floors()
    wrong = []
    for model in own_models():
        for field in model._meta.get_fields():  # type: ignore[attr-defined]
            if not getattr(field, "concrete", False) or field.remote_field is None:
                continue
            target = field.related_model._meta.app_label
            here = model._meta.app_label  # type: ignore[attr-defined]
            if target != here and height[target] >= height[here]:
                wrong.append(f"{model.__name__}.{field.name} -> {target}")
    assert wrong == []


def test_every_field_says_what_it_is_or_is_plainly_a_tie() -> None:
    plain = {
        "id",
        "password",
        "last_login",
        "person",
        "event",
        "family",
        "account",
        "other",
        "recorded_at",
        "recorded_by",
        "source",
    }
    silent = [
        f"{model.__name__}.{field.name}"
        for model in own_models()
        if not model.__name__.endswith("Event") or model.__name__ == "Event"
        for field in model._meta.fields  # type: ignore[attr-defined]
        if not field.help_text
        and field.name not in plain
        and field.remote_field is None
        and not field.choices
        and not field.name.startswith("pgh_")
    ]
    assert silent == []
