"""Writing SVG: everything is escaped, nothing uses inline style, so a strict content policy can stand."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from kith.design.text import safe_text

INK = "#1c2422"
SOFT = "#4b5653"
DEEP = "#17504f"


def element(tag: str, content: str = "", **attributes: object) -> str:
    """One element. `content` must be markup already; attribute values are escaped; `_` becomes `-`."""
    given = "".join(
        f' {_name(name)}="{_value(value)}"' for name, value in attributes.items() if value is not None
    )
    return f"<{tag}{given}>{content}</{tag}>" if content else f"<{tag}{given}/>"


def text(words: str, x: float, y: float, size: int = 14, **attributes: object) -> str:
    """One line of text, kept apart from the direction of the letters beside it."""
    attributes.setdefault("fill", INK)
    return element(
        "text", str(escape(safe_text(words))), x=x, y=y, font_size=size, unicode_bidi="isolate", **attributes
    )


def line(x1: float, y1: float, x2: float, y2: float, dash: str | None = None) -> str:
    """A straight line."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=INK, stroke_width=1.6, stroke_dasharray=dash)


def wrap(words: str, width: float, size: int, most: int = 2) -> list[str]:
    """Break text into at most `most` lines of about `width` pixels; what does not fit ends in an ellipsis.

    The reader's own font is not known here, so a letter is taken as 0.56 of its size: wide enough for most.
    """
    room = max(4, int(width / (size * 0.56)))
    lines: list[str] = []
    rest = safe_text(words)
    while rest and len(lines) < most:
        if len(rest) <= room:
            return [*lines, rest]
        cut = max(rest.rfind(" ", 0, room + 1), rest.rfind("-", 0, room) + 1)
        cut = cut if cut > 0 else room
        lines.append(rest[:cut])
        rest = rest[cut:].lstrip()
    if rest:
        lines[-1] = lines[-1][: room - 1].rstrip() + "…"
    return lines


def linked(markup: str, href: str) -> str:
    """Wrap in a link when the address is one of ours; any other address is left out."""
    inside = href.startswith("#") or (href.startswith("/") and not href.startswith(("//", "/\\")))
    return element("a", markup, href=href) if inside else markup


def picture(
    body: str, width: float, height: float, *, key: str, title: str, desc: str, classes: str, links: bool
) -> Markup:
    """A whole drawing with its title and description; `body` must be markup already."""
    named = element("title", str(escape(safe_text(title))), id=f"{key}-t") + element(
        "desc", str(escape(safe_text(desc))), id=f"{key}-d"
    )
    return Markup(  # noqa: S704 - every text in it went through escape above or in `text`
        element(
            "svg",
            named + body,
            xmlns="http://www.w3.org/2000/svg",
            class_=classes,
            width=width,
            height=height,
            viewBox=f"0 0 {_number(width)} {_number(height)}",
            role="group" if links else "img",
            aria_labelledby=f"{key}-t",
            aria_describedby=f"{key}-d",
        )
    )


@lru_cache(maxsize=128)
def _name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _value(value: object) -> str:
    """Numbers as short as they can be; anything else escaped."""
    if isinstance(value, float):
        return _number(value)
    return str(value) if isinstance(value, int) else str(escape(value))


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
