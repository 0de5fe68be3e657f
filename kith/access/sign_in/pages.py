"""Sign-in pages where the library's own would write on a GET, or take a closed account for a signed-in one."""

from __future__ import annotations

from typing import Any

from allauth.account import views as account
from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.codes.sending import CHANNELS, can_send
from kith.access.sign_in.work_account import work_accounts


class SignIn(account.LoginView):  # type: ignore[misc]
    """The sign-in page, with the council's own sign-in beside it where the settings name one."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        by_code = any(can_send(each) for each in CHANNELS)
        return {**super().get_context_data(**kwargs), "work_accounts": work_accounts(), "by_code": by_code}


def sign_in(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    """Sign in. A session whose account has ended counts as nobody's, else it would be sent round in circles."""
    if getattr(request, "actor", None) is None and request.user.is_authenticated:
        request.user = AnonymousUser()
    response: HttpResponseBase = SignIn.as_view()(request, *args, **kwargs)
    return response


class RecoveryCodes(recovery.ViewRecoveryCodesView):  # type: ignore[misc]
    """Codes are marked as seen when first shown, so the first showing is a POST."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not _seen(request):
            return render(request, "mfa/recovery_codes/ask.html")
        response: HttpResponseBase = super().get(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().get(request, *args, **kwargs)
        return response


recovery_codes = RecoveryCodes.as_view()


def recovery_codes_file(request: HttpRequest) -> HttpResponseBase:
    """The codes as a text file, once they have been shown."""
    if not _seen(request):
        return redirect("mfa_view_recovery_codes")
    response: HttpResponseBase = recovery.download_recovery_codes(request)
    return response


def picture(request: HttpRequest) -> HttpResponse:
    """The picture that an authenticator app reads, of the secret waiting in this session.

    Raises Http404 where none waits.
    """
    raise_if_reauthentication_required(request, app="allauth.mfa")
    secret = request.session.get(SECRET_SESSION_KEY)
    if not secret:
        raise Http404
    adapter = get_adapter()
    svg = adapter.build_totp_svg(adapter.build_totp_url(request.user, secret))
    return HttpResponse(svg, content_type="image/svg+xml")


def _seen(request: HttpRequest) -> bool:
    found = Authenticator.objects.filter(
        user_id=request.user.pk, type=Authenticator.Type.RECOVERY_CODES
    ).first()
    if found is None:
        raise Http404
    raise_if_reauthentication_required(request, app="allauth.mfa")
    return bool(found.wrap().did_view)
