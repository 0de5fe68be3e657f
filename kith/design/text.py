"""Text that people typed, made harmless to look at."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from markupsafe import Markup, escape

from kith.design.language import ENGLISH, in_english, speaking

# A number as it is written: figures, and what stands between them.
NUMBER = re.compile(r"\+?[\d ()-]{2,24}")

_NO_FIGURE = re.compile(r"[^\d+]")

# Marks that reorder the letters around them: a name may be written right to left, but may not
# reverse the words that Kith puts beside it.
REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
ENGLISH_TAG = "en"
# What is most often written in these letters here. In Latin and Cyrillic ones too many languages are for a guess: Latin
# letters are taken for English, and of Cyrillic ones nothing is said.
WRITTEN = {
    "LATIN": ENGLISH_TAG, "BENGALI": "bn", "GURMUKHI": "pa", "GUJARATI": "gu", "DEVANAGARI": "hi", "TAMIL": "ta",
    "HEBREW": "he", "GREEK": "el", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th",
    "ETHIOPIC": "am", "GEORGIAN": "ka", "ARMENIAN": "hy", "SINHALA": "si",
}  # fmt: skip
# Among Arabic letters, those which one language alone has.
ALONE = {"ur": frozenset("ٹڈڑےں"), "ckb": frozenset("ڕڵۆێ"), "fa": frozenset("پچژگ")}
# These join or part letters in Persian, Hindi and emoji, so names need them.
JOINERS = frozenset("\u200c\u200d")


def safe_text(text: object) -> str:
    """One line of plain text: no reordering marks, controls, surrogates or runs of space.

    Does not escape: templates and drawings escape on output. Letters of every script are kept.
    """
    plain = str(text)
    # Letters that print are none of those that are taken out, in every script.
    if plain.isprintable():
        return " ".join(plain.split())
    kept = (_keep(letter) for letter in plain)
    return " ".join("".join(kept).split())


def tel(number: object, whose: str = "") -> Markup:
    """A telephone number to tap; any other words as they are, escaped.

    `whose`: read aloud after it, for whoever goes from link to link and hears no words around them.
    """
    shown = safe_text(number)
    # Abroad the nought in brackets is left out.
    digits = _NO_FIGURE.sub("", shown.replace("(0)", "") if shown.startswith("+") else shown)
    if not digits or not NUMBER.fullmatch(shown):
        return escape(shown)
    # Among words from right to left the parts of a number would change places.
    way = ' dir="ltr"' if speaking().right_to_left else ""
    after = ""
    if whose:
        # A list has a number in each line, so escaped and joined by hand: a template of markup takes three times as long.
        name = f"{escape(gettext(', '))}<bdi>{escape(safe_text(whose))}</bdi>"
        after = f'<span class="govuk-visually-hidden">{name}</span>'
    # Figures, spaces, brackets and strokes alone, as NUMBER has them: there is nothing in them to escape.
    return Markup(f'<a class="govuk-link kith-tel"{way} href="tel:{digits}">{shown}{after}</a>')  # noqa: S704


def naming(words: str, **names: str) -> str:
    """Marked words of Kith's with names in them; on a page in another language each name stands apart, as markup."""
    if in_english():
        return words % names
    apart = {key: format_html("<bdi>{}</bdi>", name) for key, name in names.items()}
    return mark_safe(gettext(words) % apart)  # noqa: S308 - our own words; each name was escaped just above


def own_lang(text: object) -> Markup:
    """Which language words of people's own are to be read aloud in, as an attribute, where the page has another.

    Told by their letters: nobody says it of what they write. So of Latin letters English is taken, on other pages.
    """
    page, words = speaking(), str(text)
    if words.isascii():
        said = ENGLISH_TAG if page.code != ENGLISH and any(map(str.isalpha, words)) else ""
    else:
        said = _by_letters(words)
    return Markup(' lang="{}"').format(said) if said and said != page.tag[:2] else Markup("")


def _by_letters(words: str) -> str:
    """The language whose letters are more than half of these; empty where none of those that we can tell."""
    letters = [letter for letter in words if letter.isalpha()]
    scripts = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)
    script, most = scripts.most_common(1)[0] if scripts else ("", 0)
    if most * 2 <= len(letters):
        return ""
    if script == "ARABIC":
        return next((tag for tag, only in ALONE.items() if only & set(words)), "ar")
    return WRITTEN.get(script, "")


def _keep(letter: str) -> str:
    if letter in JOINERS:
        return letter
    if letter in REORDERING:
        return ""
    category = unicodedata.category(letter)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "" if category in ("Cf", "Cs", "Cn") else letter
