"""Forms of plans, permission, reviews, health and what a child wants known."""

from __future__ import annotations

from uuid import UUID

from django import forms

from kith.care.actions.reviewing import TOOK_PART
from kith.care.forms.homes import NONE, day, free, line
from kith.care.models.asking import Answered, Decides, Matter
from kith.care.models.living import CheckKind, PlanPart, Topic
from kith.care.models.matter import MatterKind
from kith.care.models.missing import MissingKind
from kith.care.models.reviewing import Chairs, HomeAnswer, Step, WishKind


class AnswerForm(forms.Form):
    """The answer to what a young person asks."""

    answer = forms.ChoiceField(
        label="What is the answer?", choices=Answered.choices, widget=forms.RadioSelect
    )
    reason = free("Why?", required=True, hint="In words to them: they read it.")
    answered_by = line("Who decided?", required=True, hint="By name: they read it.")


class ExceptionForm(forms.Form):
    """Something that the carer does not decide."""

    matter = forms.ChoiceField(label="What does the carer not decide?", choices=[*NONE, *Matter.choices])
    decides = forms.ChoiceField(label="Who decides it?", choices=Decides.choices, widget=forms.RadioSelect)
    reason = free("Why?", 500, required=True, hint="Without a reason the carer decides. The child reads it.")
    told_on = day("When was the child told?", required=False)


class HomePlanForm(forms.Form):
    """How life in this home will be."""

    made_on = day("On which day was it made?")
    carer_agreed_on = day("On which day did the carer agree?", required=False)
    delegated_on = day("On which day was it talked over what the carer decides?", required=False)
    days = free("How do days go?", 2000, hint="Waking, food, bedtime, what calms.")
    school = free("School, and how they get there")
    health = free("Doctor, dentist, medicines, allergies")
    family_time = free("Time with family, and what not to do")
    child_says = free("What does the child want of this home?", hint="In their words.")


class PartForm(forms.Form):
    """One part of the care plan."""

    part = forms.ChoiceField(label="Which part?", choices=[*NONE, *PlanPart.choices])
    said = free("What is planned?", 4000, required=True, hint="In plain words; what it said before is kept.")


class ReviewForm(forms.Form):
    """A review to come."""

    planned_for = day("For which day is it planned?", now=False)
    chairs = forms.ChoiceField(
        label="Who leads it?", widget=forms.RadioSelect, initial=Chairs.OFFICER.value,
        choices=[("officer", "The reviewing officer"), ("child", "The child"), ("both", "Both together")],
    )  # fmt: skip
    asked_by = line("Who asked to bring it forward, if somebody did?")
    child_told_on = day("On which day was the child told?", required=False)


class TellReviewForm(forms.Form):
    """The child was told."""

    planned_for = day("For which day is it planned?", now=False)
    chairs = ReviewForm.base_fields["chairs"]
    on = day("On which day was the child told?")


class HoldForm(forms.Form):
    """A review was held."""

    held_on = day("On which day was it held?")
    spoke_on = day("When did the reviewing officer speak with the child alone?", required=False)
    participation = forms.ChoiceField(
        label="How did the child take part?", choices=[*NONE, *TOOK_PART.items()]
    )
    decided = free("What was decided, who does it, by when?", 4000, required=True)
    for_child = free("The same in words to the child", 2000, hint="They read it.")
    for_family = free(
        "The same in words to parents and carers", 2000,
        hint="Whoever it is shown to by name reads it. Leave out where the child lives.",
    )  # fmt: skip
    home_answer = forms.ChoiceField(
        label="Could they go home again?", widget=forms.RadioSelect, choices=HomeAnswer.choices,
        help_text="It is thought of at each review.",
    )  # fmt: skip
    home_words = free("Why, and what would have to change?")
    visitor_looked_at = forms.BooleanField(label="An independent visitor was looked at", required=False)


class SendForm(forms.Form):
    """What went out."""

    decisions_sent_on = day("When were the decisions sent out?", required=False)
    record_sent_on = day("When was the record sent out?", required=False)


class WishForm(forms.Form):
    """What a child wants of the review, taken down."""

    kind = forms.ChoiceField(label="What is it about?", choices=[*NONE, *WishKind.choices])
    said = free("What do they say?", required=True, hint="In their words.")


class WishAnswerForm(forms.Form):
    """What came of it."""

    answer = free("What came of it?", required=True, hint="In words to them: they read it.")


class ChallengeForm(forms.Form):
    """The reviewing officer's challenge."""

    about = free("What is not right for the child?", required=True)
    wants = free("What would put it right?", required=True)
    child_says = free("What does the child say?", hint="In their words.")
    raised_on = day("On which day do you raise it?")
    stops = forms.BooleanField(label="Stop the clock: what it is about waits for this", required=False)


class StepForm(forms.Form):
    """How it goes on."""

    step = forms.ChoiceField(label="Where is it now?", choices=Step.choices, widget=forms.RadioSelect)
    on = day("On which day?")
    settled = forms.BooleanField(label="It is settled", required=False)
    outcome = free("If it is settled, what came of it?")


class CheckForm(forms.Form):
    """A health check."""

    kind = forms.ChoiceField(label="What was checked?", choices=[*NONE, *CheckKind.choices])
    on = day("On which day?")
    by_whom = line("Who did it?")
    score = forms.IntegerField(
        label="Of the questionnaire, the score", required=False, min_value=0, max_value=40
    )
    said = free("What came of it?")


class MatterForm(forms.Form):
    """What the law asks something of."""

    kind = forms.ChoiceField(label="What is it?", choices=MatterKind.choices, widget=forms.RadioSelect)
    on = day("On which day was it?", noun="The day")
    done_on = day("If what the law asks is done: on which day?", required=False)
    said = free(
        "What is there to know?", 500, hint="Who was told, who decided, or who asked. Staff alone read this."
    )


class MatterDoneForm(forms.Form):
    """It was done."""

    done_on = day("On which day was it done?")


class MissingForm(forms.Form):
    """A child is missing."""

    kind = forms.ChoiceField(label="Which is it?", choices=MissingKind.choices, widget=forms.RadioSelect)
    began_on = day("Since which day?")


class TalkForm(forms.Form):
    """The talk after being missing."""

    offered_on = day("On which day was a talk offered?")
    held_on = day("On which day did they talk?", required=False)
    not_wanted = forms.BooleanField(label="They did not want to talk", required=False)
    by_whom = line("Who talked with them?", hint="Somebody who is neither their carer nor their worker.")
    said = free("What did they say?", 2000, hint="In their words, as they agreed.")
    what_next = free("What is done because of it?")
    plan_looked_at_on = day("When was the plan looked at again?", required=False)


class AboutForm(forms.Form):
    """What a child wants known, taken down."""

    topic = forms.ChoiceField(label="What is it about?", choices=[*NONE, *Topic.choices])
    said = free(
        "What do they say?", 2000, required=True, hint="In their words. They read it, and may change it."
    )


class MemoryForm(forms.Form):
    """Something to keep."""

    title = line("What is it?", required=True)
    happened = line("When was it?", 60)
    said = free("The story of it", 2000)
    picture = forms.TypedChoiceField(
        label="A picture from their documents",
        choices=[("", "None")],
        required=False,
        coerce=UUID,
        empty_value=None,
        help_text="They see it once the document is released to them.",
    )
    who_agreed = line("Who is on the picture, and did each agree?", 300)
    for_child = forms.BooleanField(label="They may read it now", required=False, initial=True)
