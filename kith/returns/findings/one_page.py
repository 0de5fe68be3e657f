"""The page of one finding, whoever's it is: what the rule says, what to look at, and the reason."""

from __future__ import annotations

from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.gates import ActingRequest
from kith.core.action import NotPermittedError
from kith.returns.findings.explaining import CannotExplainError, explain, take_explanation_back
from kith.returns.findings.forms import ExplainForm
from kith.returns.findings.queries import Line


def answer(
    request: ActingRequest, line: Line, *, here: str, back: str, back_text: str, named: str = ""
) -> HttpResponseBase:
    """Show the finding at `here`, or keep the reason that was sent and lead there again."""
    form = ExplainForm(request.POST if request.method == "POST" else {"reason": line.explanation})
    if request.method == "POST":
        try:
            if "back" in request.POST:
                take_explanation_back(by=request.actor, finding=line.id)
                return redirect(f"{here}?done=back")
            if form.is_valid():
                explain(by=request.actor, finding=line.id, reason=form.cleaned_data["reason"])
                return redirect(f"{here}?done=kept")
        except CannotExplainError as why:
            form.add_error(why.field, str(why))
        except NotPermittedError:
            raise Http404 from None
    else:
        form = ExplainForm(initial={"reason": line.explanation})
    done = {
        "kept": "The reason is kept. It goes along with the return.",
        "back": "The reason is taken back. This is to be put right.",
    }
    context = {
        "line": line,
        "form": form,
        "back": back,
        "back_text": back_text,
        "named": named,
        "done": done.get(request.GET.get("done", "")),
        "here": here,
        "may_mend": line.needs in request.user.role_class.may,
        "signed_in_as": request.user.display_name,
    }
    return render(request, "returns/finding.html", context)
