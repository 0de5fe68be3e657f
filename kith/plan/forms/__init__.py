"""The forms of the plan: few fields, plain words, nothing asked that Kith knows."""

from __future__ import annotations

from kith.plan.forms.common import PlanForm
from kith.plan.forms.lines import (
    MARKS,
    AssignForm,
    DoneForm,
    DropForm,
    GoalForm,
    LineForm,
    RewordForm,
    StepForm,
    StrengthForm,
    WhenForm,
    WhyForm,
)
from kith.plan.forms.saying import MyAnswerForm, ProgressForm, TakenDownForm
from kith.plan.forms.whole import AgreeForm, BasisForm, EndForm, PartnerForm, ReviewForm, ShareForm, StartForm

__all__ = [
    "MARKS",
    "AgreeForm",
    "AssignForm",
    "BasisForm",
    "DoneForm",
    "DropForm",
    "EndForm",
    "GoalForm",
    "LineForm",
    "MyAnswerForm",
    "PartnerForm",
    "PlanForm",
    "ProgressForm",
    "ReviewForm",
    "RewordForm",
    "ShareForm",
    "StartForm",
    "StepForm",
    "StrengthForm",
    "TakenDownForm",
    "WhenForm",
    "WhyForm",
]
