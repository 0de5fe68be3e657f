"""What an action refuses stands on the form that asked for it, beside everything that was typed."""

from __future__ import annotations

from collections.abc import Callable

from django import forms

from kith.core.action import CannotBeError, NotPermittedError


def tried(form: forms.Form, act: Callable[[], object]) -> bool:
    """Whether the action was done. A field that the form does not have puts the words on the form as a whole."""
    try:
        act()
    except CannotBeError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
    except NotPermittedError as refused:
        form.add_error(None, str(refused))
    else:
        return True
    return False
