"""A council's own Word file: what is refused and how it is said, its fields, its look, and what it leaves without."""

from __future__ import annotations

import io
import re
import struct
import time
import zipfile
import zlib
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from kith.letters.parts import parts_of
from kith.letters.word.making import made, take_in, words_of
from kith.letters.word.opening import WordRefusedError
from tests.letters.world import all_in_docx

HEAD = ("Kithshire", "0808 157 0142")
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
OFFICE = "application/vnd.openxmlformats-officedocument."
MATHS = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
INSIDE = "<w:r><w:t>x</w:t></w:r>"


def before_end(name: str, end: str, xml: str) -> Callable[[str, bytes], bytes]:
    """Put this before an end tag of one part."""
    return lambda at, part: part.replace(end.encode(), f"{xml}{end}".encode(), 1) if at == name else part


def relation(key: str, kind: str, target: str) -> Callable[[str, bytes], bytes]:
    """A relation of the letter's to something outside of the file."""
    xml = f'<Relationship Id="{key}" TargetMode="External" Type="{RELATED}{kind}" Target="{target}"/>'
    return before_end("word/_rels/document.xml.rels", "</Relationships>", xml)


def saved(document: DocumentType) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def letter(*lines: str) -> DocumentType:
    document = Document()
    for each in lines:
        document.add_paragraph(each)
    return document


def changed(content: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """The archive again, each part as `change` makes it, with more parts by name (__ for /)."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in more.items():
            new.writestr(name.replace("__", "/"), part)
    return held.getvalue()


def same(_name: str, part: bytes) -> bytes:
    return part


def refused(content: bytes) -> str:
    with pytest.raises(WordRefusedError) as error:
        take_in(content)
    return str(error.value)


def in_body(xml: str) -> bytes:
    """A letter with this among its paragraphs."""

    def put(name: str, part: bytes) -> bytes:
        return (
            part.replace(b"<w:sectPr", xml.encode() + b"<w:sectPr", 1)
            if name == "word/document.xml"
            else part
        )

    return changed(saved(letter("Dear {reader.name}")), put)


def text_of(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    return "\n".join("".join(each.itertext(qn("w:t"))) for each in document.element.iter(qn("w:p")))


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    pixels = zlib.compress(b"\x00\xff\x00\x00")
    body = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        *chunks,
        (b"IDAT", pixels),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in body)


def test_what_is_no_word_file_is_refused_by_what_is_in_it() -> None:
    whole = saved(letter("Dear {reader.name}"))
    assert "This is not a Word file" in refused(b"%PDF-1.7 hello")
    assert "This is not a Word file" in refused(b"")
    assert "locked with a password" in refused(b"\xd0\xcf\x11\xe0" + b"x" * 600)
    assert "damaged" in refused(whole[: len(whole) // 2])
    assert "damaged" in refused(b"PK\x03\x04" + b"\x00" * 400)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as other:
        other.writestr("hello.txt", "x")
    assert "This is not a Word file" in refused(held.getvalue())
    assert "damaged" in refused(
        changed(whole, lambda name, part: part[:-200] if name == "word/document.xml" else part)
    )
    assert "too large" in refused(b"PK\x03\x04" + b"\x00" * (2 * 2**20))


def test_a_bomb_is_refused_by_what_comes_out_of_it_whatever_it_says() -> None:
    whole = saved(letter("Dear {reader.name}"))
    assert "too large" in refused(changed(whole, same, word__media__a=b"\x00" * (9 * 2**20)))
    many = {f"word__media__{n}": b"\x00" * (7 * 2**20) for n in range(3)}
    assert "too large" in refused(changed(whole, same, **many))
    assert "too large" in refused(changed(whole, same, **{f"word__x{n}": b"" for n in range(300)}))
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("WORD/document.xml", old.read("word/document.xml"))
    assert "damaged" in refused(held.getvalue())


def test_entities_and_other_encodings_are_refused_before_anything_is_parsed() -> None:
    whole = saved(letter("Dear {reader.name}"))

    def declared(name: str, part: bytes) -> bytes:
        lol = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
        return part.replace(b"<w:document", lol + b"<w:document", 1) if name == "word/document.xml" else part

    def hidden(name: str, part: bytes) -> bytes:
        if name != "word/document.xml":
            return part
        return declared(name, part).decode().replace("UTF-8", "UTF-16").encode("utf-16")

    assert "damaged" in refused(changed(whole, declared))
    assert "damaged" in refused(changed(whole, hidden))


def test_macros_and_whatever_runs_is_refused() -> None:
    whole = saved(letter("Dear {reader.name}"))

    def enabled(name: str, part: bytes) -> bytes:
        main = b"openxmlformats-officedocument.wordprocessingml.document.main"
        return part.replace(main, b"ms-word.document.macroEnabled.main") if name.startswith("[") else part

    assert "macros" in refused(changed(whole, enabled))
    assert "macros" in refused(changed(whole, same, word__vbaProject=b"x"))
    assert "Another file" in refused(changed(whole, same, word__embeddings__oleObject1=b"x"))
    assert "Another file" in refused(changed(whole, same, word__activeX__activeX1=b"x"))


@pytest.mark.parametrize(
    ("xml", "says"),
    [
        ('<w:p><w:ins w:author="Jo Bloggs"><w:r><w:t>x</w:t></w:r></w:ins></w:p>', "changes that are not accepted"),
        ('<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>', "hidden words"),
        ('<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>', "comments"),
        ('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', "footnotes"),
        ('<w:p><w:fldSimple w:instr=" FILENAME \\p "/></w:p>', "Word’s own field FILENAME"),
        ('<w:p><w:r><w:instrText> INCLUDETEXT "c:\\a" </w:instrText></w:r></w:p>', "Word’s own field INCLUDETEXT"),
        (f'<w:p><w:r><w:pict><w:txbxContent><w:p>{INSIDE}</w:p></w:txbxContent></w:pict></w:r></w:p>', "text box"),
        (f'<w:p><m:oMath {MATHS}><m:r><m:t>x</m:t></m:r></m:oMath></w:p>', "equation"),
        ('<w:altChunk/>', "Another file"),
    ],
)  # fmt: skip
def test_what_a_letter_has_no_use_for_is_refused_in_words(xml: str, says: str) -> None:
    assert says in refused(in_body(xml))


def test_a_number_of_the_page_may_stand() -> None:
    assert take_in(in_body('<w:p><w:fldSimple w:instr=" PAGE "/></w:p>')).fields == ("reader.name",)


def test_an_unknown_field_is_refused_with_its_paragraph_in_a_table_and_a_header_too() -> None:
    document = letter("Dear {reader.name}", "At {reader.adress}", "{today", "", "{words} and more")
    document.add_table(1, 1).cell(0, 0).text = "{name}"
    document.sections[0].header.paragraphs[0].text = "{team.phone}"
    says = refused(saved(document))
    assert "Paragraph 2: “reader.adress” is not a field." in says
    assert "Paragraph 3: “{” stands alone." in says
    assert "Paragraph 5: {words} needs a paragraph of its own." in says
    assert "Paragraph 6 (in a table): “name” is not a field. Did you mean reader.name" in says
    assert (
        "Paragraph 1 of the header: “team.phone” is not a field. Did you mean worker.phone or council.phone?"
        in says
    )
    assert "more than once" in refused(saved(letter("{words}", "{words}")))


def test_ten_thousand_fields_are_refused_at_once() -> None:
    began = time.process_time()
    assert "more than 200 fields" in refused(saved(letter("{today} " * 10_000)))
    assert "too long" in refused(saved(letter(*(["{today}"] * 2500))))
    says = refused(saved(letter("{nothing} " * 10_000)))
    assert says.count("is not a field") <= 10 or "more than 200" in says
    # Generous: it takes well under a second; a square of the number would take minutes.
    assert time.process_time() - began < 20


def test_a_field_in_pieces_is_found_and_keeps_its_first_letters_look() -> None:
    document = Document()
    paragraph = document.add_paragraph("Dear ")
    for piece, size in (("{", 20), ("reader", 14), (".na", 10), ("me}, hello", 9)):
        run = paragraph.add_run(piece)
        run.font.size, run.bold = Pt(size), size == 20
        run.font.color.rgb = RGBColor(0, 0x40, 0x80)
    out = made(take_in(saved(document)).content, {"reader.name": "Mara Example"}, [], heads=None, ending=())
    found = [each for each in Document(io.BytesIO(out)).paragraphs[0].runs if each.text and each.font.size]
    runs = [(each.text, each.font.size, each.bold) for each in found]
    assert runs == [("Mara Example", Pt(20), True), (", hello", Pt(9), False)]


def test_fields_in_tables_headers_and_lists_are_filled_and_values_are_not_looked_into() -> None:
    document = letter("Ref {reference}", "{address}")
    document.add_paragraph("{person.name}", style="List Bullet")
    document.add_table(1, 1).cell(0, 0).text = "{today}"
    document.sections[0].footer.paragraphs[0].text = "Ring {council.phone}"
    taken = take_in(saved(document))
    assert taken.fields == ("reference", "address", "person.name", "today", "council.phone")
    values = {"reference": "ABC", "address": "1 A Row\nZZ1 1ZZ", "person.name": "{today} <w:t>&", "today": "Monday",
              "council.phone": "0808"}  # fmt: skip
    out = made(taken.content, values, [], heads=None, ending=())
    words = text_of(out)
    for said in ("Ref ABC", "{today} <w:t>&", "Monday"):
        assert said in words, said
    assert "Ring 0808" in all_in_docx(out)
    assert [each.tag for each in Document(io.BytesIO(out)).paragraphs[1].runs[0]._r if each.tag == qn("w:br")]


def test_what_the_worker_types_becomes_paragraphs_of_its_own() -> None:
    content = take_in(saved(letter("Dear {reader.name}", "{words}", "Yours"))).content
    typed = parts_of("We met.\n\n# Next\n- one\n- two\u0007")
    out = made(content, {"reader.name": "Mara"}, typed, heads=None, ending=())
    assert text_of(out).split("\n") == ["Dear Mara", "We met.", "Next", "•  one", "•  two", "Yours"]
    assert Document(io.BytesIO(out)).paragraphs[2].runs[0].bold
    assert [each["words"] for each in words_of(content, {"reader.name": "Mara"}, [])] == [
        "Dear Mara",
        "Yours",
    ]


def test_marks_that_turn_words_round_are_taken_out_and_letters_of_every_script_stay() -> None:
    content = take_in(saved(letter("Dear {reader\u200f.name\u200e}", "שלום \u202eabc سلام"))).content
    out = made(content, {"reader.name": "Mara"}, [], heads=None, ending=())
    assert text_of(out) == "Dear Mara\nשלום abc سلام"
    assert "\u202e" not in str(words_of(content, {"reader.name": "x\u202ey"}, []))


def test_nothing_of_who_made_it_where_or_when_is_left_in_it() -> None:
    document = letter("Dear {reader.name}")
    about = document.core_properties
    about.author = about.last_modified_by = about.identifier = about.content_status = (
        "Jo Bloggs of the North Team"
    )
    document.settings.element.append(
        document.settings.element.makeelement(qn("w:documentProtection"), {qn("w:hash"): "NORTHTEAM"})
    )
    own = document.styles.add_style("North Team greeting", WD_STYLE_TYPE.PARAGRAPH)
    own.font.size = Pt(17)
    document.add_paragraph("Hello", style=own)
    run = document.add_paragraph().add_run()
    run.add_picture(io.BytesIO(png((b"tEXt", b"Comment\x00North Team, 51.5, -0.1"))))
    run._r.set(qn("w:rsidR"), "00BADD1E")

    app = "<Company>North Team</Company><Template>C:\\North Team\\x.dotx</Template>"
    whole = changed(saved(document), before_end("docProps/app.xml", "</Properties>", app))
    custom = f'<Relationship Id="rId99" Type="{RELATED}custom-properties" Target="docProps/custom.xml"/>'
    whole = changed(whole, before_end("_rels/.rels", "</Relationships>", custom))
    kind = f'<Override PartName="/docProps/custom.xml" ContentType="{OFFICE}custom-properties+xml"/>'
    whole = changed(
        whole,
        before_end("[Content_Types].xml", "</Types>", kind),
        **{"docProps__custom.xml": b"<Properties>North Team</Properties>"},
    )
    assert "North Team" in all_in_docx(whole)
    taken = take_in(whole).content
    out = made(taken, {"reader.name": "Mara"}, [], heads=None, ending=())
    for content in (taken, out):
        said = all_in_docx(content)
        for kept in ("North Team", "NORTHTEAM", "Jo Bloggs", "00BADD1E", "51.5", "rsid", "NorthTeam"):
            assert kept not in said, kept
        assert set(re.findall(r"\(\d{4}, .*?\)", said)) == {"(1980, 1, 1, 0, 0, 0)"}
    assert out == made(taken, {"reader.name": "Mara"}, [], heads=None, ending=())
    hello = next(each for each in Document(io.BytesIO(out)).paragraphs if each.text == "Hello")
    assert hello.style is not None
    assert hello.style.font.size == Pt(17)
    assert any(name.endswith(".png") for name in zipfile.ZipFile(io.BytesIO(out)).namelist())


def test_without_the_letterhead_no_header_footer_or_picture_is_left_and_our_head_stands_there() -> None:
    document = letter("Dear {reader.name}")
    section = document.sections[0]
    section.header.paragraphs[0].text = "North Office, 2 High Street"
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(png()))
    section.footer.paragraphs[0].text = "Team North 01632 960700"
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "North Office again"
    document.add_paragraph().add_run().add_picture(io.BytesIO(png()))
    taken = take_in(saved(document)).content
    with_it = made(taken, {"reader.name": "Mara"}, [], heads=None, ending=())
    without = made(taken, {"reader.name": "Mara"}, [], heads=HEAD, ending=parts_of("You can complain."))
    for said in ("North Office, 2 High Street", "Team North", "North Office again"):
        assert said in all_in_docx(with_it), said
        assert said not in all_in_docx(without), said
    names = zipfile.ZipFile(io.BytesIO(without)).namelist()
    assert not [each for each in names if "header" in each or "footer" in each or "media" in each]
    assert text_of(without).split("\n")[0].replace(" ", "").startswith("Kithshire")
    assert "0808 157 0142" in text_of(without)
    assert "You can complain." in text_of(without)


def test_a_link_keeps_its_words_and_loses_where_it_leads() -> None:
    here = '<w:p><w:hyperlink r:id="rId77"><w:r><w:t>Write to us</w:t></w:r></w:hyperlink></w:p>'
    out = take_in(
        changed(in_body(here), relation("rId77", "hyperlink", "mailto:north.team@x.gov.uk"))
    ).content
    assert "Write to us" in text_of(out)
    assert "north.team" not in all_in_docx(out)


def test_a_picture_from_another_place_or_of_an_unknown_kind_is_refused() -> None:
    remote = relation("rId78", "image", "http://x/a.png")
    assert "from another place" in refused(changed(saved(letter("Dear")), remote))
    document = letter("Dear")
    document.add_paragraph().add_run().add_picture(io.BytesIO(png()))
    broken = changed(saved(document), lambda name, part: b"GIF89a" + part if name.endswith(".png") else part)
    assert "no PNG or JPEG" in refused(broken)
