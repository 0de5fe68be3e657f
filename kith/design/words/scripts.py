"""What the scripts of families' pages say by themselves: the page brings the words where it is not in English."""

from __future__ import annotations

import json

from django.utils.translation import gettext
from markupsafe import Markup

from kith.design.language import in_english
from kith.marked import marked

SAID = (
    marked("Saved %(clock)s"),
    marked("Not saved: no answer just now. Your words are safe on this page. Trying again."),
    marked("Not saved: you are signed out. Your words are safe on this page."),
    marked("Not saved: something went wrong. Your words are safe on this page. Trying again."),
    marked("Sign in again (opens in a new tab)"),
    marked("%(by)s is writing on this too (saved %(clock)s)."),
    marked("%(by)s is writing on this too."),
    marked("Somebody"),
    marked("Nobody's words are lost: theirs are kept apart from yours."),
    marked("See what they wrote (opens in a new tab)"),
    marked("Your drawing"),
    marked("Take the last line back"),
    marked("Rub it all out"),
    marked("Draw here"),
    marked("Record here"),
    marked("Record again"),
    marked("Stop"),
    marked("This device did not let the page listen. You can choose a recording below."),
    marked("Recorded: %(seconds)s seconds. It goes when you press “Send it”."),
    marked("Recording now. Press Stop when you have finished."),
)
# The button that leaves a page, whose words GOV.UK Frontend's own script reads from attributes of this name.
OF_EXIT = {
    "activated": marked("Exiting page."),
    "timed-out": marked("Exit this page expired."),
    "press-two-more-times": marked("Shift, press 2 more times."),
    "press-one-more-time": marked("Shift, press 1 more time."),
}


def words_for_scripts() -> Markup:
    """An attribute for the page's body; nothing at all in English."""
    if in_english():
        return Markup("")
    return Markup(' data-kith-words="{}"').format(json.dumps({text: gettext(text) for text in SAID}))


def words_for_exit() -> Markup:
    """Attributes for the button that leaves the page; nothing at all in English."""
    if in_english():
        return Markup("")
    return Markup("").join(
        Markup(' data-i18n.{}="{}"').format(name, gettext(text)) for name, text in OF_EXIT.items()
    )
