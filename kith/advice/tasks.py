"""The store's own background work."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kith.advice.actions.forgetting import AT_MOST, forget
from kith.advice.actions.writing import send_due
from kith.advice.figures.publishing import publish
from kith.advice.keeping.actions import end_left, list_left
from kith.advice.roles import KEEPER
from kith.core.acting import acting
from kith.core.actor import Actor
from kith.core.tasks import nightly, regularly, task


@task("advice.forget_old", permission="forget what is past its day", apart=True)
def forget_old(*, by: Actor, persons: Sequence[UUID]) -> None:
    """List what nobody ended, end what was listed until its day, and forget until nothing is left that should be."""
    for step in (list_left, end_left):
        while True:
            with acting(by):
                if step(by=by) < AT_MOST:
                    break
    while True:
        with acting(by):
            if forget(by=by) < AT_MOST:
                return


nightly(forget_old, by=KEEPER, at="02:40")


@task("advice.publish_quarters", permission="publish quarters that are over", apart=True)
def publish_quarters(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Publish what is four weeks over."""
    with acting(by):
        publish(by=by)


nightly(publish_quarters, by=KEEPER, at="03:10")


@task("advice.send_due_emails", permission="send e-mails whose time has come")
def send_due_emails(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Send what waits for a time that is safe."""
    send_due(by=by)


regularly(send_due_emails, by=KEEPER, cron="*/10 * * * *")
