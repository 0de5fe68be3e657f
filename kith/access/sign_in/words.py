"""What sign-in says, in Kith's words: nothing here tells whether an account exists."""

from __future__ import annotations

from kith.marked import marked

WRONG = marked("The sign-in name or the password is not right. Check both and try again")
WAIT = marked("Too many tries. Wait 15 minutes, then try again")
WRONG_CODE = marked("That code is not right. Codes change every 30 seconds: try the one that shows now")

# Over the library's own messages, by its keys.
ACCOUNT_ERRORS = {
    "account_inactive": marked("This account is closed"),
    "username_password_mismatch": WRONG,
    "incorrect_password": marked("That password is not right"),
    "enter_current_password": marked("That is not your password now"),
    "too_many_login_attempts": WAIT,
    "rate_limited": WAIT,
}
SECOND_STEP_ERRORS = {
    "incorrect_code": WRONG_CODE,
    "cannot_delete_authenticator": marked(
        "You need a second step to use Kith, so the last one cannot be turned off"
    ),
    "cannot_generate_recovery_codes": marked("Set up an app or a passkey first"),
}
# Said once on the next page, by the library's template names; all others are not said.
SAID = {
    "account/messages/password_changed.txt": marked(
        "Your password is changed. Other devices were signed out."
    ),
    "mfa/messages/totp_activated.txt": marked("Your authenticator app is set up."),
    "mfa/messages/totp_deactivated.txt": marked("Your authenticator app is turned off."),
    "mfa/messages/webauthn_added.txt": marked("Your passkey is set up."),
    "mfa/messages/webauthn_removed.txt": marked("The passkey is removed."),
    "mfa/messages/recovery_codes_generated.txt": marked(
        "You have new recovery codes. The old ones no longer work."
    ),
}
