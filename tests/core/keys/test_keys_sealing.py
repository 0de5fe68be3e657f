from __future__ import annotations

import copy
import dataclasses
import logging
import pickle
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.core.keys import KeyRing, Place, Purpose, TamperedError, is_signed_by

WORDS = "I only told my nan. Łucja 🙂"
PLACE = Place("note", UUID(int=7), "body")
KEPT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)


@KEPT
@given(text=st.text())
def test_any_text_comes_back_as_it_was(ring: KeyRing, text: str) -> None:
    sealed = ring.seal(Purpose.CHILD_PRIVATE, text, PLACE)
    assert ring.unseal(Purpose.CHILD_PRIVATE, sealed, PLACE) == text


def test_the_same_words_are_sealed_differently_each_time(ring: KeyRing) -> None:
    first, second = (ring.seal(Purpose.CHILD_PRIVATE, WORDS, PLACE) for _ in range(2))
    assert first != second
    assert b"nan" not in first


@KEPT
@given(data=st.data())
def test_a_single_altered_bit_anywhere_is_found(ring: KeyRing, data: st.DataObject) -> None:
    sealed = bytearray(ring.seal(Purpose.CHILD_PRIVATE, WORDS, PLACE))
    bit = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[bit // 8] ^= 1 << bit % 8
    with pytest.raises(TamperedError):
        ring.unseal(Purpose.CHILD_PRIVATE, bytes(sealed), PLACE)


@KEPT
@given(data=st.data())
def test_a_text_that_was_cut_short_is_found(ring: KeyRing, data: st.DataObject) -> None:
    sealed = ring.seal(Purpose.CHILD_PRIVATE, WORDS, PLACE)
    with pytest.raises(TamperedError):
        ring.unseal(Purpose.CHILD_PRIVATE, sealed[: data.draw(st.integers(0, len(sealed) - 1))], PLACE)


@pytest.mark.parametrize(
    "elsewhere",
    [
        Place("note", UUID(int=8), "body"),
        Place("note", UUID(int=7), "title"),
        Place("draft", UUID(int=7), "body"),
        Place("not", f"e{UUID(int=7)}", "body"),
    ],
)
def test_a_text_moved_to_another_place_does_not_open(ring: KeyRing, elsewhere: Place) -> None:
    sealed = ring.seal(Purpose.CHILD_PRIVATE, WORDS, PLACE)
    with pytest.raises(TamperedError):
        ring.unseal(Purpose.CHILD_PRIVATE, sealed, elsewhere)


def test_a_text_of_one_purpose_does_not_open_as_another(ring: KeyRing) -> None:
    sealed = ring.seal(Purpose.CHILD_PRIVATE, WORDS, PLACE)
    with pytest.raises(TamperedError):
        ring.unseal(Purpose.LEGAL_PRIVILEGE, sealed, PLACE)


def test_a_renewed_key_seals_from_now_on_and_the_old_one_still_opens(ring: KeyRing) -> None:
    before = ring.seal(Purpose.ADOPTION_SEALED, WORDS, PLACE)
    old, _ = ring.current(Purpose.ADOPTION_SEALED)
    renewed = ring.renew(Purpose.ADOPTION_SEALED)
    after = ring.seal(Purpose.ADOPTION_SEALED, WORDS, PLACE)
    assert renewed.bytes in after
    assert old.bytes in before
    assert {ring.unseal(Purpose.ADOPTION_SEALED, s, PLACE) for s in (before, after)} == {WORDS}


def test_signatures_hold_after_the_signing_key_was_renewed_and_fail_on_any_change(ring: KeyRing) -> None:
    signer = ring.signer()
    signature = signer.sign(b"head 7")
    ring.renew(Purpose.AUDIT_SIGNING)
    assert ring.signer().key_id != signer.key_id
    assert is_signed_by(ring.signers()[signer.key_id].public, signature, b"head 7")
    assert not is_signed_by(signer.public, signature, b"head 8")
    assert not is_signed_by(ring.signer().public, signature, b"head 7")
    assert not is_signed_by(b"short", signature, b"head 7")


def test_keys_show_themselves_nowhere(ring: KeyRing, caplog: pytest.LogCaptureFixture) -> None:
    _, secret = ring.current(Purpose.FILES)
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("kith").warning("%r %s %r %r", secret, secret, ring.signer(), ring._open)
    shown = caplog.text + repr(vars(ring))
    for key in ring._open.values():
        assert key[1].reveal().hex() not in shown
        assert repr(key[1].reveal())[2:-1] not in shown
    for way in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="never pickled"):
            way(secret)
    assert "by_id" not in repr(ring._file.read())


def test_a_wrapped_key_row_that_was_changed_is_found(ring: KeyRing) -> None:
    key = next(key for key in ring._store.read() if key.purpose is Purpose.CHILD_PRIVATE)
    ring._store.rewrap([dataclasses.replace(key, wrapped=key.wrapped[:-1] + bytes([key.wrapped[-1] ^ 1]))])
    with pytest.raises(TamperedError, match="was altered"):
        KeyRing(ring._file, ring._store).ready()
