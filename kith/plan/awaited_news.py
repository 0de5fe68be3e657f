"""What a morning message says of steps that somebody waits for: a number, and no name."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import connection

# As their Today shows them (plan_news): of a line that is no longer shared with a partner's workers nothing is said.
# The worker's login reads every row, so what the account may not read is left out here.
NEWS = """
SELECT count(*) FROM plan_awaited w JOIN plan_step s ON s.id = w.step_id JOIN access_account a ON a.id = w.account_id
 WHERE w.account_id = %(account)s AND w.seen_at IS NULL AND coalesce(s.done_on, s.not_done_on) >= %(since)s
   AND EXISTS (SELECT FROM plan_planperson p JOIN access_grant g ON g.person = p.person_id
                WHERE p.plan_id = s.plan_id AND g.actor = a.id AND g.level >= 2 AND g.during @> now())
   AND (a.role NOT IN ('partner', 'school') OR s.recorded_by = a.id OR EXISTS (
        SELECT FROM plan_planshare h WHERE h.item = s.id AND h.organisation_id = a.organisation_id
           AND h.taken_back_at IS NULL))
"""


def steps_since(account: UUID, since: datetime) -> int:
    """Of how many awaited steps something came since: done, or not. Under the worker's login. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(NEWS, {"account": account, "since": since.date()})
        return int(cursor.fetchone()[0])


def morning_line(account: UUID, since: datetime) -> str:
    """Such as "news of 2 steps that you wait for"; "" for nothing."""
    number = steps_since(account, since)
    return "" if not number else f"news of {number} step{'s' if number > 1 else ''} that you wait for"
