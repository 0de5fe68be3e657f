"""No sentence that families read lacks its words in another language, or has lost a part of them on the way."""

from __future__ import annotations

import pytest
from django.conf import settings

from kith.design.language import LANGUAGES
from kith.design.words.catalogue import LOCALE, faults, kept, languages
from kith.design.words.found import Sentence, sentences


def test_the_languages_of_the_settings_are_those_that_pages_know_and_have_words_for() -> None:
    assert [code for code, _name in settings.LANGUAGES] == list(LANGUAGES)
    assert languages() == [code for code in LANGUAGES if code != "en-gb"]


@pytest.mark.parametrize("language", languages())
def test_every_sentence_has_its_words(language: str) -> None:
    wanted = sentences()
    assert len(wanted) > 500
    assert not faults(language, wanted)


def test_words_that_are_missing_or_broken_are_named() -> None:
    one = {"Ring %(phone)s": Sentence("Ring %(phone)s", places={"pages/x.html"})}
    missing = faults("ar", one | {"Nobody says this": Sentence("Nobody says this", places={"help/x.py"})})
    assert "help: not translated: Nobody says this" in missing
    assert not any("translated: Ring" in line for line in missing)
    assert "no page says this any more: Write it in a few words." in missing


def test_a_link_or_a_name_that_was_lost_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    text = 'Ask <a href="/my/">%(name)s</a>'
    one = {text: Sentence(text, places={"pages/x.html"})}
    for wrong in ('اسألوا <a href="/your/">%(name)s</a>', 'اسألوا <a href="/my/">%(nmae)s</a>', "اسألوا"):
        monkeypatch.setattr("kith.design.words.catalogue.kept", lambda _language, said=wrong: {text: said})
        assert faults("ar", one) == [f"pages: other parts to be filled in, or other marks: {text}"]


def test_catalogues_stay_readable() -> None:
    assert all(path.stat().st_size < 200_000 for path in LOCALE.glob("*/*.po"))
    assert all(said for said in kept("ar").values())
