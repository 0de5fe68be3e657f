"""The Jinja2 environment of every Kith page (Django's Jinja2 template backend)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext, ngettext, npgettext, pgettext
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    pass_context,
    pass_environment,
)
from markupsafe import Markup

from kith.design import dates
from kith.design.fields import field_view, form_errors
from kith.design.language import by_address, elsewhere, onwards, others, said, speaking
from kith.design.navigation import (
    FAMILY_ALWAYS,
    QUIET_PLACE,
    STAFF_NAVIGATION,
    behind_the_family_door,
    public_site,
    staff_only,
)
from kith.design.text import own_lang, safe_text, tel
from kith.design.words.scripts import words_for_exit, words_for_scripts

PACKAGE = Path(__file__).resolve().parents[1]


def template_folders() -> list[Path]:
    """The `templates` folder of every room that has one."""
    return sorted(PACKAGE.glob("*/templates"))


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named view, for templates; it goes on in the language that the page was asked for in."""
    if args or kwargs:
        return onwards(reverse(name, args=args or None, kwargs=kwargs or None))
    return onwards(_always(name, settings.ROOT_URLCONF))


@cache
def _always(name: str, _urlconf: str) -> str:
    # A page has a score of these, and they never change while Kith runs.
    return reverse(name)


@cache
def _file(path: str, _storage: str) -> str:
    return static(path)


def file_of_ours(path: str) -> str:
    """The address of a file of Kith's own, by its contents where those are known: for templates, as `static`."""
    return _file(path, settings.STORAGES["staticfiles"]["BACKEND"])


def sent_once() -> Markup:
    """A token for a form that writes something: sent twice, it is done once (see `kith.core.once`)."""
    return Markup('<input type="hidden" name="sending" value="{}">').format(uuid4())


@pass_environment
def _age(env: Environment, born: date, on: date | None = None) -> str:
    return dates.age(born, on or _today(env))


@pass_environment
def _age_or_unborn(
    env: Environment, born: date | None, expected: date | None = None, on: date | None = None
) -> str:
    return dates.age_or_unborn(born, expected, on or _today(env))


@pass_environment
def _relative(env: Environment, day: date | datetime, on: date | None = None) -> str:
    return dates.relative(day, on or _today(env))


def _by_language(filter_: Callable[..., Any]) -> Callable[..., Any]:
    """A filter whose answer hangs on the page's language: of a text written in a template it is else worked out once."""

    @pass_context
    def each_time(_context: Any, value: Any, *more: Any) -> Any:
        return filter_(value, *more)

    return each_time


def _today(env: Environment) -> date:
    """Asks the environment, so that one clock can be set for all pages."""
    return cast("Callable[[], date]", env.globals["today"])()


def environment(**options: Any) -> Environment:
    """Build the environment: strict about missing names, escaping everything, GOV.UK macros prefixed.

    `options` are those of `jinja2.Environment`; a `loader` given comes first, then every room's templates.
    Autoescape and strictness are not options: a page that forgets a value fails in tests, and no page may
    show text unescaped.
    """
    given: BaseLoader | None = options.pop("loader", None)
    rooms = FileSystemLoader([str(folder) for folder in template_folders()])
    govuk = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja", "templates")})
    options.update(
        loader=ChoiceLoader([*([given] if given else []), rooms, govuk]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    env = Environment(**options)  # noqa: S701 - autoescape is set just above
    # What fills a placeholder of a translated sentence is escaped like anything else on a page (newstyle).
    env.install_gettext_callables(gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext)  # type: ignore[attr-defined]
    env.globals.update(
        static=file_of_ours,
        speaking=speaking,
        other_languages=others,
        elsewhere=elsewhere,
        asked_by_address=by_address.get,
        staff_only=staff_only,
        words_for_scripts=words_for_scripts,
        words_for_exit=words_for_exit,
        url=url,
        sent_once=sent_once,
        today=dates.today,
        field_view=field_view,
        form_errors=form_errors,
        staff_navigation=STAFF_NAVIGATION,
        family_always=FAMILY_ALWAYS,
        quiet_place=QUIET_PLACE,
        public_site=public_site,
        behind_the_family_door=behind_the_family_door,
    )
    env.filters.update(
        plain_date=dates.plain_date,
        short_date=dates.short_date,
        plain_time=dates.plain_time,
        plain_moment=dates.plain_moment,
        working_days=dates.working_days,
        onwards=_by_language(onwards),
        age=_age,
        age_or_unborn=_age_or_unborn,
        relative=_relative,
        count=dates.count,
        safe_text=safe_text,
        said=_by_language(said),
        own_lang=_by_language(own_lang),
        tel=_by_language(tel),
    )
    return env
