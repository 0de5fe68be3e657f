"""The addresses of sign-in and of accounts, and no others: allauth's own list is longer than Kith wants."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import URLPattern, URLResolver, include, path

from kith.access.codes import views as codes
from kith.access.gates import public, signed_in
from kith.access.language.choosing import choose
from kith.access.own_door.views import sign_out
from kith.access.sign_in import first, pages, work_account

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in", public(pages.sign_in), name="account_login"),
    path("sign-out", public(sign_out), name="account_logout"),
    path("sign-in/again", signed_in(account.reauthenticate), name="account_reauthenticate"),
    path("sign-in/closed", public(account.account_inactive), name="account_inactive"),
    path("sign-in/second-step", public(mfa.authenticate), name="mfa_authenticate"),
    path("sign-in/second-step/again", signed_in(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("sign-in/passkey", public(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path(
        "sign-in/passkey/again",
        signed_in(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    path("sign-in/work-account/<slug:provider_id>", public(openid.login), name="openid_connect_login"),
    path(
        "sign-in/work-account/<slug:provider_id>/back",
        public(work_account.back),
        name="openid_connect_callback",
    ),
    path("sign-in/work-account-failed", public(social.login_error), name="socialaccount_login_error"),
    path(
        "sign-in/work-account-cancelled", public(social.login_cancelled), name="socialaccount_login_cancelled"
    ),
    path("sign-in/code", public(codes.ask), name="code_ask"),
    path("sign-in/code/enter", public(codes.enter), name="code_enter"),
    path("sign-in/first", public(first.choose_password), name="first_password"),
    path("language", choose, name="choose_language"),
    path("my-account/password", signed_in(account.password_change), name="account_change_password"),
    path("my-account/second-step", signed_in(mfa.index), name="mfa_index"),
    path("my-account/second-step/app", signed_in(totp.activate_totp), name="mfa_activate_totp"),
    path("my-account/second-step/app/picture", signed_in(pages.picture), name="second_step_picture"),
    path("my-account/second-step/app/off", signed_in(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("my-account/second-step/codes", signed_in(pages.recovery_codes), name="mfa_view_recovery_codes"),
    path(
        "my-account/second-step/codes/new",
        signed_in(recovery.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "my-account/second-step/codes/file",
        signed_in(pages.recovery_codes_file),
        name="mfa_download_recovery_codes",
    ),
    path("my-account/passkeys", signed_in(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("my-account/passkeys/new", signed_in(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path(
        "my-account/passkeys/<int:pk>/remove", signed_in(passkeys.remove_webauthn), name="mfa_remove_webauthn"
    ),
    path("my-account/passkeys/<int:pk>/name", signed_in(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("accounts/", include("kith.access.accounts.urls")),
]
