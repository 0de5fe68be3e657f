"""Migrations from nothing, without drawing every model anew for each of them.

Django keeps a picture of the models as they were at each migration. When a model is added, or a constraint, index or
trigger of one, it draws all models again that are tied to it, near or far; here nearly everything is tied to Person and
Account, so that a new database took most of a minute, nearly all of it drawing (docs/adr/0152). Three things are changed,
and a test holds the database that comes of it to the one that Django makes by itself:

- a model that was not there before is drawn alone: those it points to are there, and learn of it as they always do;
- a constraint, an index or a trigger is written down or struck out, and nothing is drawn again: what makes it has it in
  hand, and what removes it finds it by its name in what was written down;
- a model of which a field was added, altered or removed is drawn alone. Those that point to it keep the drawing they
  point to: its table and its key are the same, and where the key is altered Django's own way is taken. A migration that
  runs Python of its own has everything drawn for it, as Django does after its own shorter ways.

Two more change no picture. Before each operation Django copies the state of every model, and looks through the fields of
each copy again; and with each drawing it forgets which models stand in for another, which no migration changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from typing import Any
from unittest.mock import patch

from django.apps import apps
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import Field
from pgtrigger.migrations import AddTrigger, RemoveTrigger


@contextmanager
def drawn_once() -> Iterator[None]:
    """While it lasts, migrations draw what they must and no more."""
    with (
        patch.object(ProjectState, "add_model", _add_model),
        patch.object(ProjectState, "_append_option", _append_option),
        patch.object(ProjectState, "_remove_option", _remove_option),
        patch.object(ModelState, "clone", _copied),
        patch.object(
            apps, "get_swappable_settings_name", cache(type(apps).get_swappable_settings_name.__get__(apps))
        ),
        patch.object(ProjectState, "add_field", _alone(ProjectState.add_field)),
        patch.object(ProjectState, "alter_field", _alone(ProjectState.alter_field)),
        patch.object(ProjectState, "remove_field", _alone(ProjectState.remove_field)),
        patch.object(AddTrigger, "state_forwards", _add_trigger),
        patch.object(RemoveTrigger, "state_forwards", _remove_trigger),
    ):
        yield


_django_add_model = ProjectState.add_model


def _add_model(state: ProjectState, model_state: ModelState) -> None:
    key = model_state.app_label, model_state.name_lower
    drawn = "apps" in state.__dict__
    if not drawn or key in state.models:
        _django_add_model(state, model_state)
        return
    state.models[key] = model_state
    if state._relations is not None:  # type: ignore[attr-defined]
        state.resolve_model_relations(key)
    state.apps.render_multiple([model_state])


def _alone(change: Callable[..., None]) -> Callable[..., None]:
    def changed(state: ProjectState, app_label: str, model_name: str, name: str, *rest: Any) -> None:
        fields = state.models[app_label, model_name].fields
        key = _is_key(fields.get(name)) or any(_is_key(each) for each in rest)
        with nullcontext() if key else patch.object(ProjectState, "reload_model", _redraw):
            change(state, app_label, model_name, name, *rest)

    return changed


def _is_key(field: object) -> bool:
    """Whether others may point to it by its value, or a table between two models hangs on it."""
    return isinstance(field, Field) and bool(field.primary_key or field.unique or field.many_to_many)


def _redraw(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:
    if "apps" in state.__dict__:
        state.is_delayed = True
        with state.apps.bulk_update():
            state.apps.unregister_model(app_label, model_name)
        state.apps.render_multiple([state.models[app_label, model_name]])


def _append_option(state: ProjectState, app_label: str, model_name: str, option_name: str, obj: Any) -> None:
    options = state.models[app_label, model_name].options
    options[option_name] = [*options[option_name], obj]
    if "apps" in state.__dict__:
        # Who alters a field leaves alone what the drawn model says is a constraint of its own.
        setattr(state.apps.get_model(app_label, model_name)._meta, option_name, options[option_name])


def _remove_option(state: ProjectState, app_label: str, model_name: str, option_name: str, name: str) -> None:
    options = state.models[app_label, model_name].options
    options[option_name] = [each for each in options[option_name] if each.name != name]
    if "apps" in state.__dict__:
        setattr(state.apps.get_model(app_label, model_name)._meta, option_name, options[option_name])


def _copied(model: ModelState) -> ModelState:
    """As `ModelState.clone`: the same fields, options, bases and managers in dicts and lists of its own."""
    copy = object.__new__(type(model))
    copy.__dict__.update(
        model.__dict__,
        fields=dict(model.fields),
        options=dict(model.options),
        managers=list(model.managers),
    )
    return copy


def _add_trigger(operation: AddTrigger, app_label: str, state: ProjectState) -> None:
    options = state.models[app_label, operation.model_name].options
    options["triggers"] = [*options.get("triggers", []), operation.trigger]


def _remove_trigger(operation: RemoveTrigger, app_label: str, state: ProjectState) -> None:
    options = state.models[app_label, operation.model_name].options
    options["triggers"] = [each for each in options.get("triggers", []) if each.name != operation.name]
