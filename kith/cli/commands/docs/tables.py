"""Every table of the record, read from its model: fields, constraints, policies, history."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db.models import CheckConstraint, Field, ForeignKey, Model, UniqueConstraint

from kith.cli.commands.docs.policies import PolicyEntry, policies

APP = "kith_app"
TYPES = {
    "UUIDField": "id",
    "CharField": "text",
    "TextField": "long text",
    "DateField": "date",
    "DateTimeField": "moment (UTC)",
    "BooleanField": "yes or no",
    "FloatField": "number with a fraction",
    "JSONField": "typed details",
    "BinaryField": "bytes",
    "DateRangeField": "range of dates, last day left out",
    "DateTimeRangeField": "range of moments, last left out",
}


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """One field. `choices` are (code, words)."""

    name: str
    kind: str
    required: bool
    says: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class TableEntry:
    """One table. `policies` are those for the web application's login; the history table's are its own."""

    room: str
    table: str
    model: str
    says: str
    fields: tuple[FieldEntry, ...]
    constraints: tuple[str, ...]
    policies: tuple[PolicyEntry, ...]
    history: str
    not_in_history: tuple[str, ...]


def tables() -> list[TableEntry]:
    """All tables of our own rooms, by room and table; a history table stands with what it keeps."""
    held = policies()
    own = [config for config in apps.get_app_configs() if config.name.startswith("kith.")]
    models: list[type[Model]] = [model for config in own for model in config.get_models()]
    kept: dict[Any, type[Model]] = {
        tracked: model
        for model in models
        if (tracked := getattr(model, "pgh_tracked_model", None)) is not None
    }
    live = [model for model in models if model not in kept.values()]
    return sorted(
        (_table(model, kept.get(model), held) for model in live), key=lambda each: (each.room, each.table)
    )


def _table(
    model: type[Model], history: type[Model] | None, held: dict[str, dict[str, PolicyEntry]]
) -> TableEntry:
    meta = model._meta
    fields = meta.concrete_fields
    in_history = {each.name for each in history._meta.concrete_fields} if history else set()
    return TableEntry(
        room=meta.app_label,
        table=meta.db_table,
        model=model.__name__,
        says=_says(model),
        fields=tuple(_field(each) for each in fields),
        constraints=tuple(_constraint(each) for each in meta.constraints),
        policies=tuple(
            each for _name, each in sorted(held.get(meta.db_table, {}).items()) if each.who == APP
        ),
        history=history._meta.db_table if history else "",
        not_in_history=tuple(each.name for each in fields if history and each.name not in in_history),
    )


def _says(model: type[Model]) -> str:
    """The model's own words; without any (Django writes a list of fields then), its module's first line."""
    own = model.__doc__ or ""
    if own.startswith(f"{model.__name__}("):
        own = (sys.modules[model.__module__].__doc__ or "").strip().split("\n\n")[0]
    return " ".join(own.split())


def _field(field: Field[Any, Any]) -> FieldEntry:
    kind = TYPES.get(type(field).__name__) or TYPES.get(field.get_internal_type(), "number")
    if isinstance(field, ForeignKey):
        kind = f"ties to {field.remote_field.model.__name__}"
    elif type(field).__name__ == "ArrayField":
        kind = "list"
    if field.max_length and field.get_internal_type() != "UUIDField":
        kind += f", at most {field.max_length} letters"
    return FieldEntry(
        name=field.name,
        kind=kind,
        required=not field.null and not field.blank and not field.has_default(),
        says=" ".join(str(field.help_text).split()),
        choices=tuple((str(code), str(words)) for code, words in field.flatchoices),
    )


def _constraint(constraint: Any) -> str:
    words = constraint.name.replace("_", " ")
    if isinstance(constraint, UniqueConstraint):
        condition = f" where {constraint.condition}" if constraint.condition else ""
        over = ", ".join([*constraint.fields, *(str(each) for each in constraint.expressions)])
        return f"{words}: one row for each {over}{condition}"
    if isinstance(constraint, CheckConstraint):
        return f"{words}: {constraint.condition}"
    if isinstance(constraint, ExclusionConstraint):
        pairs = ", ".join(f"{name} {operator}" for name, operator in constraint.expressions)
        condition = f" where {constraint.condition}" if constraint.condition else ""
        return f"{words}: no two rows with {pairs}{condition}"
    return f"{words}"
