"""What is written of letters: kept as filed, sent after the check, posted, and the templates that they begin with."""

from kith.letters.actions.carrying import carry_on, know_it_failed
from kith.letters.actions.keeping import keep
from kith.letters.actions.leaving import posted, send
from kith.letters.actions.opening import release, take_back
from kith.letters.actions.templates import set_template, take_word_template

__all__ = [
    "carry_on",
    "keep",
    "know_it_failed",
    "posted",
    "release",
    "send",
    "set_template",
    "take_back",
    "take_word_template",
]
