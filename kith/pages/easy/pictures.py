"""The drawings of easy read: a few strokes each, our own, made of the same person, paper and bubble throughout.

Each stands beside the sentence that says the same, so it is hidden from whoever has the page read aloud.
"""

from __future__ import annotations

from markupsafe import Markup

INK, DEEP, HONEY, SAND, PLUM = "#1c2422", "#17504f", "#f2c46d", "#ffffff", "#7d1f46"
_PEN = f'fill="none" stroke="{INK}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"'


def person(x: float, foot: float = 88, tall: float = 56, fill: str = DEEP) -> str:
    """Somebody, from the front: a head and shoulders down to `foot`."""
    head = tall * 0.2
    top = foot - tall
    wide = tall * 0.3
    body = f"M{x - wide} {foot}v-{tall * 0.3}a{wide} {wide} 0 0 1 {2 * wide} 0v{tall * 0.3}z"
    return (
        f'<circle cx="{x}" cy="{top + head}" r="{head}" fill="{HONEY}" stroke="{INK}" stroke-width="3"/>'
        f'<path d="{body}" fill="{fill}" stroke="{INK}" stroke-width="3" stroke-linejoin="round"/>'
    )


def sweep(path: str, colour: str = DEEP) -> str:
    """One broad stroke of colour."""
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="7" stroke-linecap="round"/>'


def filled(path: str, fill: str = HONEY) -> str:
    """A shape with its outline."""
    return f'<path d="{path}" fill="{fill}" stroke="{INK}" stroke-width="4" stroke-linejoin="round"/>'


def paper(x: float = 26, y: float = 12, lines: int = 4) -> str:
    """A sheet with writing."""
    sheet = (
        f'<rect x="{x}" y="{y}" width="48" height="66" rx="4" fill="{SAND}" stroke="{INK}" stroke-width="4"/>'
    )
    return sheet + "".join(f'<path d="M{x + 10} {y + 14 + 13 * n}h28" {_PEN}/>' for n in range(lines))


def bubble(x: float, y: float, wide: float = 44) -> str:
    """What somebody says."""
    return (
        f'<path d="M{x} {y}h{wide}a6 6 0 0 1 6 6v16a6 6 0 0 1 -6 6h-{wide * 0.5}l-8 9v-9h-{wide * 0.5 - 8}'
        f'a6 6 0 0 1 -6 -6v-16a6 6 0 0 1 6 -6z" fill="{SAND}" stroke="{INK}" stroke-width="3"/>'
    )


def tick(x: float, y: float, colour: str = DEEP) -> str:
    """Yes."""
    return f'<path d="M{x} {y}l8 9 16 -20" fill="none" stroke="{colour}" stroke-width="7" stroke-linecap="round"/>'


def cross(x: float, y: float, size: float = 18, colour: str = PLUM) -> str:
    """No."""
    path = f"M{x} {y}l{size} {size}m0 -{size}l-{size} {size}"
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="7" stroke-linecap="round"/>'


def ring(x: float, y: float, r: float, fill: str = SAND) -> str:
    """A round thing."""
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{fill}" stroke="{INK}" stroke-width="4"/>'


def door(x: float = 30, open_: bool = False) -> str:
    """A door, shut or standing open."""
    leaf = f"M{x} 12h40v76h-40z" if not open_ else f"M{x} 12l26 10v76l-26 -10z"
    frame = f'<rect x="{x}" y="12" width="40" height="76" fill="{SAND}" stroke="{INK}" stroke-width="4"/>'
    knob = f'<circle cx="{x + (32 if not open_ else 20)}" cy="52" r="3.5" fill="{INK}"/>'
    return (
        frame
        + f'<path d="{leaf}" fill="{HONEY}" stroke="{INK}" stroke-width="4" stroke-linejoin="round"/>'
        + knob
    )


_FAMILY = person(26, tall=50) + person(74, tall=54, fill=PLUM) + person(50, 92, 38, HONEY)
_CALENDAR = (
    f'<rect x="16" y="20" width="68" height="64" rx="5" fill="{SAND}" stroke="{INK}" stroke-width="4"/>'
    f'<path d="M16 38h68M34 12v14M66 12v14" {_PEN}/>'
)
_PHONE = (
    f'<rect x="32" y="10" width="38" height="80" rx="7" fill="{SAND}" stroke="{INK}" stroke-width="4"/>'
    f'<path d="M46 80h10" {_PEN}/>'
)
_SCALES = (
    f'<path d="M50 14v68M32 86h36M18 26h64M18 26l-10 26h20zM82 26l-10 26h20z" {_PEN}/>'
    f'<path d="M8 52a10 10 0 0 0 20 0zM72 52a10 10 0 0 0 20 0z" fill="{HONEY}" stroke="{INK}" stroke-width="3"/>'
)
_CLOCK = ring(50, 50, 36) + f'<path d="M50 28v24l16 10" {_PEN}/>'
_HOUSE = (
    f'<path d="M14 50l36 -34 36 34v38h-72z" fill="{HONEY}" stroke="{INK}" stroke-width="4" stroke-linejoin="round"/>'
    f'<rect x="42" y="60" width="16" height="28" fill="{DEEP}"/>'
)
_EYE = f'<path d="M8 50q42 -44 84 0q-42 44 -84 0z" fill="{SAND}" stroke="{INK}" stroke-width="4"/>' + ring(
    50, 50, 15, DEEP
)
_LETTER = (
    f'<rect x="12" y="26" width="76" height="50" rx="4" fill="{SAND}" stroke="{INK}" stroke-width="4"/>'
    f'<path d="M12 30l38 28 38 -28" {_PEN}/>'
)
_WARNING = (
    f'<path d="M50 12l42 74h-84z" fill="{HONEY}" stroke="{INK}" stroke-width="5" stroke-linejoin="round"/>'
    f'<path d="M50 38v24M50 73v1" fill="none" stroke="{INK}" stroke-width="7" stroke-linecap="round"/>'
)
_PENCIL = filled("M60 66l26 -42 10 6 -26 42 -11 6z")
_AGAIN = sweep("M80 50a30 30 0 1 1 -10 -22M72 10v19h-19")
_SHIELD = filled("M50 10l34 12v24c0 24 -16 36 -34 44c-18 -8 -34 -20 -34 -44v-24z")
_STAR = sweep("M14 78l24 -26 18 14 30 -40M66 26h20v20")

PICTURES: dict[str, str] = {
    "family": _FAMILY,
    "friends": person(18, 80, 42) + person(50, 80, 48, PLUM) + person(82, 80, 42, HONEY),
    "talk": person(24, 92, 44) + person(76, 92, 44, PLUM) + bubble(10, 8, 30) + bubble(60, 14, 28),
    "choose": person(20, 80, 36) + person(50, 80, 40, PLUM) + person(80, 80, 36) + tick(38, 24),
    "safe": _SHIELD + person(50, 78, 46),
    "helper": person(36, 92, 58) + tick(66, 34),
    "alone": person(24, 88, 44) + person(50, 88, 34, HONEY) + person(76, 88, 44, PLUM) + cross(41, 10),
    "door": door(),
    "paper": paper(),
    "plan": paper(14) + _PENCIL,
    "yes-no": tick(16, 46) + cross(60, 34, 24),
    "yes": ring(50, 50, 38) + tick(38, 52),
    "no": ring(50, 50, 38) + cross(36, 36, 28),
    "why": bubble(30, 8, 52)
    + sweep("M50 18a7 6 0 1 1 8 7v2M58 33v.5", PLUM).replace('"7"', '"4"')
    + person(24, 92, 48),
    "free": ring(50, 50, 34, HONEY) + sweep("M20 80l60 -60", PLUM),
    "ask": person(34, 92, 54) + bubble(46, 12, 38),
    "phone": _PHONE,
    "letter": _LETTER,
    "read": person(28, 90, 54) + paper(48, 20, 4),
    "calendar": _CALENDAR + tick(38, 62),
    "two": person(32, 88, 56) + person(70, 88, 48, PLUM),
    "again": _AGAIN,
    "home": _HOUSE,
    "warning": _WARNING,
    "court": _SCALES,
    "speak-up": person(28, 92, 50) + person(60, 92, 42, HONEY) + bubble(44, 8, 42),
    "clock": _CLOCK,
    "look": _EYE,
    "write": paper(14, 16, 3) + _PENCIL,
    "leave": door(24, open_=True) + f'<path d="M62 52h28M80 40l12 12 -12 12" {_PEN}/>',
    "better": _STAR,
    "kept": paper(20, 14, 3) + tick(56, 78),
}


def picture(name: str) -> Markup:
    """The drawing as SVG, for the page itself. Raises KeyError for one that is not there."""
    return Markup(
        '<svg class="kith-easy__picture" viewBox="0 0 100 100" width="96" height="96" aria-hidden="true"'
        ' focusable="false">{}</svg>'
    ).format(Markup(PICTURES[name]))  # noqa: S704 - our own strokes, made above of nothing that anybody typed
