"""What is written of letters: kept as filed, sent after the check, posted, and the templates that they begin with."""

from kith.letters.actions.keeping import keep
from kith.letters.actions.leaving import posted, send
from kith.letters.actions.templates import set_template, take_word_template

__all__ = ["keep", "posted", "send", "set_template", "take_word_template"]
