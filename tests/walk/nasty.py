"""What somebody may type, paste or send by hand, and how it goes into a request."""

from __future__ import annotations

from urllib.parse import quote_from_bytes

Value = str | bytes  # bytes: not text in any encoding that Kith takes

# Sent in every box that takes text at once: a form may well keep them, and must then show them harmless.
KEPT: dict[str, Value] = {
    "spaces": " \u00a0\u2003 ",
    "script": "<script>alert(1)</script>\"'></textarea><img src=x onerror=alert(1)>",
    "reversed": "Ada \u202egnp.exe\u202c \u2066Lovelace",
    "odd": "'; DROP TABLE people_person; -- {{ 7 * 7 }} %s %(x)s \U0001f468\u200d\U0001f469 one\r\nSet-Cookie: a=b",
    "lone surrogate": b"half \xed\xa0\x80 pair",
}
# Sent in one box at a time, the rest as they should be.
TEXT: dict[str, Value] = {
    "empty": "",
    "a megabyte": "x" * 1_000_000,
    "nul": "before\x00after",
    "controls": "bell\x07 escape\x1b[31m vertical\x0b",
    "not utf-8": b"caf\xe9 \xff\xfe \xc3\x28",
    "many digits": "9" * 500,
}
NUMBER: dict[str, Value] = {
    "empty": "",
    "nul": "1\x00",
    "not utf-8": b"\xff1",
    "many digits": "9" * 500,
    "more digits than are ever read": "9" * 5000,
    "below nothing": "-1",
    "not a number": "NaN",
    "other digits": "\u0663\u0661",
    "year ten thousand": "10000",
    "year nought": "0000",
    "no such month": "99",
}
CHOICE: dict[str, Value] = {
    "empty": "",
    "nul": "before\x00after",
    "not utf-8": b"\xff\xfe",
    "an id": "00000000-0000-0000-0000-000000000000",
    "many digits": "9" * 5000,
}

# Where a script of Kith's own puts JSON.
JSON: dict[str, Value] = {
    "deep": "[" * 100_000,
    "a list": "[]",
    "a number": "9" * 5000,
    "an empty object": "{}",
    "of other types": '{"id": 1, "rawId": [], "response": "x", "type": null}',
}
PART: dict[str, Value] = {
    name: NUMBER[name] for name in ("many digits", "no such month", "year ten thousand")
}


def encoded(fields: dict[str, list[Value]]) -> bytes:
    """Fields as a form sends them, byte by byte as given."""
    pairs = [(name, value) for name, values in fields.items() for value in values]
    return "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in pairs).encode("ascii")


def _quoted(value: Value) -> str:
    return quote_from_bytes(value if isinstance(value, bytes) else value.encode("utf-8"), safe="")
