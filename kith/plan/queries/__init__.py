"""What is read of a plan: by staff, behind the family's door, and one version beside another."""

from kith.plan.queries.family import (
    MY_PLAN,
    MyLine,
    MyPlan,
    MyRow,
    my_line,
    my_plan,
    my_plan_in_short,
    my_rows,
    my_rows_from,
)
from kith.plan.queries.staff import LineView, PlanView, line_view, lines_of, plan_page, plans_of
from kith.plan.queries.versions import Compared, compare, versions_of

__all__ = [
    "MY_PLAN",
    "Compared",
    "LineView",
    "MyLine",
    "MyPlan",
    "MyRow",
    "PlanView",
    "compare",
    "line_view",
    "lines_of",
    "my_line",
    "my_plan",
    "my_plan_in_short",
    "my_rows",
    "my_rows_from",
    "plan_page",
    "plans_of",
    "versions_of",
]
