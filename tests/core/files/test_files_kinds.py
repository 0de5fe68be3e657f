from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.core.files import FileRefusedError
from kith.core.files.kinds import PDF, check_declared, told_by_content


def zipped(**parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("CT", "[Content_Types].xml"), text)
    return made.getvalue()


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("head", "mime"),
    [
        (b"%PDF-1.7\n1 0 obj", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "image/jpeg"),
        (b"\xff\xd8\xff\xe1\x12\x34Exif\0\0", "image/jpeg"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "image/webp"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "image/heic"),
        (b"ID3\3\0\0\0\0\0\0", "audio/mpeg"),
        (b"\xff\xfb\x90\x64\0\0", "audio/mpeg"),
        (b"\0\0\0\x20ftypM4A \0\0\0\0", "audio/mp4"),
        (b"\0\0\0\x20ftypisom\0\0\2\0isomiso2", "audio/mp4"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav"),
        (b"OggS\0\2" + bytes(20) + b"\1\x1eOpusHead", "audio/ogg"),
        (b"\x1aE\xdf\xa3\x9fB\x86\x81\1B\xf7\x81\1B\xf2\x81\4B\xf3\x81\x08B\x82\x84webm", "audio/webm"),
        ("Nan said: Łucja rode her BMX <3".encode(), "text/plain"),
        (zipped(CT="x", word__document="x"), DOCX),
        (zipped(mimetype=ODT, content="x"), ODT),
    ],
)
def test_a_file_is_told_by_its_content(head: bytes, mime: str) -> None:
    kind = told_by_content(head)
    assert kind is not None
    assert kind.mime == mime


@pytest.mark.parametrize(
    "head",
    [
        b"MZ\x90\0\3\0\0\0",
        b"\x7fELF\2\1\1\0",
        b"<html><body>hello",
        b"\n <!DOCTYPE html>",
        b"words, then < script >alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        b"GIF89a\1\0\1\0",
        b"RIFF\x24\0\0\0AVI LIST",
        b"\0\0\0\x14ftypqt  \0\0\2\0qt  ",
        b"\xca\xfe\xba\xbe\0\0\0\x34",
        b"\x1f\x8b\x08\0\0\0\0\0\0\3",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
        bytes(500),
        b"text with a \0 in it",
        b"caf\xe9 in Windows-1252",
        zipped(anything="x"),
        zipped(CT="x", xl__workbook="x"),
        zipped(CT="x", word__document="x", word__vbaProject="macros"),
        zipped(mimetype="application/epub+zip", content="x"),
        b"PK\x03\x04",
    ],
)
def test_what_is_not_on_the_list_is_no_kind(head: bytes) -> None:
    assert told_by_content(head) is None


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_are_told_or_not_and_never_break_it(head: bytes) -> None:
    kind = told_by_content(head)
    assert kind is None or kind.says


@pytest.mark.parametrize(
    ("name", "declared"),
    [
        ("a.pdf", "application/pdf"),
        ("A.PDF", ""),
        ("letter", "application/octet-stream"),
        ("a.pdf", "Application/PDF; x=1"),
    ],
)
def test_names_that_agree_with_the_content_are_accepted(name: str, declared: str) -> None:
    check_declared(PDF, name, declared)


@pytest.mark.parametrize(
    ("name", "declared"),
    [("a.png", "application/pdf"), ("a.pdf", "image/png"), ("a.pdf.exe", ""), ("a", "text/html")],
)
def test_names_that_lie_are_refused_with_what_the_file_is(name: str, declared: str) -> None:
    with pytest.raises(FileRefusedError, match="is a PDF document, but it is named"):
        check_declared(PDF, name, declared)
