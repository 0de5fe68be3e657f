"""Forms of the account pages."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from kith.access.models import Account, Organisation, Team
from kith.access.models.account import Post
from kith.access.restricting.queries import POSTCODE
from kith.access.roles import ROLES
from kith.access.sign_in.names import UNSEEN, tidy, unseen
from kith.design.formfields import PlainDateField

LOGIN = 254


class DatesForm(forms.Form):
    """The first and the last day of an account."""

    from_on = PlainDateField(noun="The first day", label="First day", required=False)
    until_on = PlainDateField(
        noun="The last day",
        label="Last day",
        required=False,
        help_text="For students and agency workers. The account shuts at the end of that day.",
    )
    post = forms.ChoiceField(label="How do they work here?", choices=Post.choices, widget=forms.RadioSelect)
    supervisor = forms.CharField(
        label="Supervisor's sign-in name",
        max_length=254,
        required=False,
        help_text="For students and agency workers: who answers for their work.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}
        ),
    )

    def clean_supervisor(self) -> Account | None:
        login = tidy(self.cleaned_data["supervisor"])
        if not login:
            return None
        found = Account.objects.filter(login=login, is_active=True).first()
        if found is None or found.is_family or found.post != Post.EMPLOYED:
            raise forms.ValidationError(
                "Give the sign-in name of a worker whose account is open, who is no student or agency worker"
            )
        return found

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, last = given.get("from_on"), given.get("until_on")
        if first and last and last < first:
            self.add_error("until_on", "The last day must not come before the first")
        if given.get("post", Post.EMPLOYED) != Post.EMPLOYED:
            if not last and "until_on" not in self.errors:
                self.add_error("until_on", "A student or agency worker needs a last day")
            if not given.get("supervisor") and "supervisor" not in self.errors:
                self.add_error("supervisor", "A student or agency worker needs a supervisor")
        return given


class RoleForm(forms.Form):
    """Another role for a worker, or the same again after a no. A family's account stays a family's."""

    role = forms.ChoiceField(
        label="Role",
        choices=[(code, role.name.capitalize()) for code, role in ROLES.items() if not role.family],
        help_text="It holds once a second person agrees. Until then nothing changes.",
    )


class HomeForm(forms.Form):
    """Where a worker lives."""

    postcode = forms.CharField(
        label="Home postcode",
        max_length=10,
        required=False,
        help_text="Kept for one use: an auditor is told of looks at the record of a neighbour. Nobody can read it"
        " again. Leave it empty to forget it.",
    )

    def clean_postcode(self) -> str:
        said: str = self.cleaned_data["postcode"].strip()
        if said and not POSTCODE.fullmatch(said):
            raise forms.ValidationError("Give a whole postcode, like AB1 2CD")
        return said


class AccountForm(DatesForm):
    """All that a new account needs."""

    field_order = ("display_name", "login", "role", "organisation", "team", "job_title", "phone")

    display_name = forms.CharField(
        label="Name", max_length=120, help_text="As others, and families, will see it."
    )
    login = forms.CharField(
        label="Email or sign-in name",
        max_length=LOGIN,
        min_length=3,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "none"}
        ),
    )
    role = forms.ChoiceField(
        label="Role",
        choices=[(code, role.name.capitalize()) for code, role in ROLES.items() if not role.family],
        help_text="A family account is opened by the person's own worker, from the person's record.",
    )
    organisation = forms.ModelChoiceField(Organisation.objects.none(), label="Organisation", required=False)
    team = forms.ModelChoiceField(Team.objects.none(), label="Team", required=False)
    job_title = forms.CharField(label="Job title", max_length=120, required=False)
    phone = forms.CharField(label="Work phone that families may ring", max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, known in (
            ("organisation", Organisation.objects.order_by("name")),
            ("team", Team.objects.all()),
        ):
            field = cast("forms.ModelChoiceField[Organisation | Team]", self.fields[name])
            field.queryset = known
            field.empty_label = "None"

    def clean_login(self) -> str:
        login = tidy(self.cleaned_data["login"])
        if unseen(login):
            raise forms.ValidationError(UNSEEN)
        # In small letters a name may be longer than it was typed: İ becomes two.
        if len(login) > LOGIN:
            raise forms.ValidationError(f"The sign-in name must be {LOGIN} characters or fewer")
        if Account.objects.filter(login=login).exists():
            raise forms.ValidationError("There is already an account with that sign-in name")
        return login
