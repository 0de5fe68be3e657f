"""The one question that a finding asks of whoever cannot mend it."""

from __future__ import annotations

from django import forms

from kith.returns.findings.explaining import LONGEST


class ExplainForm(forms.Form):
    """Why it is so."""

    reason = forms.CharField(
        label="Why is it so?",
        help_text="It goes along with the return to the Department for Education. Write no name and no address.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Write why it is so",
            "max_length": f"Write no more than {LONGEST} characters",
        },
    )
