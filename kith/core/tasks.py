"""Background work in PostgreSQL: what a task is, and how it is given and done.

    @task("returns.read_file", permission="write returns")
    def read_file(*, by: Actor, persons: Sequence[UUID], file: UUID) -> None: ...

    read_file.give(by=request.actor, persons=[], file=loaded.id)

A task declares whose work it is and whom it concerns, takes ids only, and is checked again when it
runs: whoever lost the right meanwhile loses the task. Giving it is part of the giver's transaction.
(Django loads this module at start-up, as it does every room's `tasks`.)
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from kith.core.acting import acting
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.ports import Registry
from kith.core.seal.actor import SEALER
from kith.core.seal.marks import mark_logs_after_migrate
from kith.core.tell import permit

Work = Callable[..., None]
# The database gone for a moment is worth another try; anything else would fail again.
_RETRY = RetryStrategy(
    max_attempts=5, exponential_wait=3, retry_exceptions=[OperationalError, InterfaceError]
)
_OPEN_TO_OTHER = """
SELECT count(DISTINCT person) FROM access_grant
 WHERE actor = %s AND person = ANY (%s::uuid[]) AND level >= 2 AND during @> now()
"""
# Services that may have tasks: a task may name one of these or an account, never an id made up by its giver.
SERVICES: Registry[Actor] = Registry("services")
SERVICES.add("sealer", SEALER)
mark_logs_after_migrate()


@dataclass(frozen=True)
class Task:
    """One kind of background work. `give` puts it in the queue; the worker calls `run`.

    `apart`: it takes long and opens its own transactions, so that it holds up no sealing; for services alone.
    """

    name: str
    permission: str
    work: Work
    queued: Any
    apart: bool = False

    def give(self, *, by: Actor, persons: Iterable[UUID] = (), **ids: UUID | int) -> None:
        """Queue the work, in the transaction under way. Raises TypeError for anything that is not an id."""
        wrong = [key for key, value in ids.items() if not isinstance(value, UUID | int)]
        if wrong:
            raise TypeError(
                f"{self.name} takes ids only, and {', '.join(wrong)} is none: keep the fact in a table."
            )
        self.queued.defer(
            actor=_told(by),
            persons=sorted(str(person) for person in persons),
            ids={key: str(value) if isinstance(value, UUID) else value for key, value in ids.items()},
        )

    def run(self, *, actor: dict[str, Any], persons: list[str], ids: dict[str, Any]) -> None:
        """Do the work as its actor. Raises NotPermittedError when the actor may not, or not any more."""
        by = _actor(actor, self.name)
        if self.apart and by.on_behalf_of is not None:
            raise NotPermittedError(f"{self.name} is nothing that anybody sees through another's eyes.")
        concerned = [UUID(person) for person in persons]
        told = {key: UUID(value) if isinstance(value, str) else value for key, value in ids.items()}
        alone = replace(by, on_behalf_of=None)
        with acting(alone):
            by = replace(by, role=_role_now(by))
            begin_task(
                by=replace(alone, role=by.role), other=by.on_behalf_of, task=self, persons=concerned, ids=told
            )
            if by.on_behalf_of is None and not self.apart:
                self.work(by=by, persons=concerned, **told)
        if self.apart:
            self.work(by=by, persons=concerned, **told)
        elif by.on_behalf_of is not None:
            # Through another's eyes one only looks: nothing acts.
            with acting(by, read_only=True):
                self.work(by=by, persons=concerned, **told)


@action("core.begin_task")
def begin_task(
    *, by: Actor, other: UUID | None, task: Task, persons: list[UUID], ids: dict[str, Any]
) -> None:
    """Check, when a task runs, that its actor may still do it; this stands in the audit."""
    permit(by=by, permission=task.permission, persons=persons)
    if other is not None and persons:
        with connection.cursor() as cursor:
            cursor.execute(_OPEN_TO_OTHER, [other, sorted({str(person) for person in persons})])
            if cursor.fetchone()[0] != len(set(persons)):
                raise NotPermittedError(
                    f"{task.name} cannot be seen as somebody to whom the record is not open."
                )
    concerns(persons, task=task.name, on_behalf_of=other, **ids)
    nothing_to_tell("the actions that the task does tell their own")


def task(
    name: str, *, permission: str, queue: str = "default", apart: bool = False
) -> Callable[[Work], Task]:
    """Make a function of `by`, `persons` and ids a task. `permission` is checked when it runs."""

    def decorate(work: Work) -> Task:
        asked = inspect.signature(work).parameters.values()
        if not {"by", "persons"} <= {one.name for one in asked} or any(
            one.kind is not one.KEYWORD_ONLY for one in asked
        ):
            raise TypeError(f"The task {name} takes by, persons and ids, by keyword only.")
        made: list[Task] = []

        def run(*, actor: dict[str, Any], persons: list[str], ids: dict[str, Any]) -> None:
            made[0].run(actor=actor, persons=persons, ids=ids)

        queued = app.task(name=name, queue=queue, retry=_RETRY)(run)
        made.append(Task(name, permission, work, queued, apart))
        return made[0]

    return decorate


def nightly(what: Task, *, by: Actor, at: str) -> None:
    """Have the worker do a task of no persons every night as a service. `at`: hours and minutes in UTC, 02:30.

    A night on which no worker runs within ten minutes of it is passed over: the next one does the work.
    """
    hour, minute = (int(part) for part in at.split(":"))
    regularly(what, by=by, cron=f"{minute} {hour} * * *", name="nightly")


def regularly(
    what: Task,
    *,
    by: Actor,
    cron: str,
    when: Callable[[datetime], bool] | None = None,
    name: str = "regularly",
) -> None:
    """Have the worker do a task of no persons as a service at the moments of `cron` (UTC), where `when` says so too.

    However many workers run, each moment is taken by one of them.
    """

    def run(timestamp: int) -> None:
        if when is None or when(datetime.fromtimestamp(timestamp, tz=UTC)):
            what.run(actor=_told(by), persons=[], ids={})

    named = f"{what.name}.{name}"
    app.periodic(cron=cron)(app.task(name=named, queueing_lock=named, retry=_RETRY)(run))


def _told(by: Actor) -> dict[str, Any]:
    return {
        "id": str(by.id),
        "role": by.role,
        "on_behalf_of": str(by.on_behalf_of) if by.on_behalf_of else None,
        "request": str(by.request),
    }


def _actor(told: dict[str, Any], name: str) -> Actor:
    return Actor(
        id=UUID(told["id"]),
        role=told["role"],
        channel="task",
        on_behalf_of=UUID(told["on_behalf_of"]) if told["on_behalf_of"] else None,
        reason=f"background work: {name}",
        request=UUID(told["request"]),
    )


def _role_now(by: Actor) -> str:
    """The actor's role as it is now. A queue can be written to, so the job's own word is not taken."""
    if any((by.id, by.role) == (service.id, service.role) for service in SERVICES.values()):
        return by.role
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_actor_role()")
        (role,) = cursor.fetchone()
    if role is None:
        raise NotPermittedError("The account that gave this task is closed.")
    return str(role)
