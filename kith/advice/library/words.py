"""The words of a sheet as parts that a page can show. No marks of HTML are read: what was typed is what stands there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, a paragraph, or a list of points."""

    kind: str
    words: str = ""
    points: tuple[str, ...] = ()


def parts(body: str) -> list[Part]:
    """Headings begin with ##, points with -; blank lines part paragraphs."""
    found: list[Part] = []
    for block in body.replace("\r\n", "\n").split("\n\n"):
        told = [line.strip() for line in block.split("\n") if line.strip()]
        while told:
            if told[0].startswith("##"):
                found.append(Part("heading", told.pop(0).lstrip("#").strip()))
            elif told[0].startswith("- "):
                points = []
                while told and told[0].startswith("- "):
                    points.append(told.pop(0)[2:].strip())
                found.append(Part("points", points=tuple(points)))
            else:
                words = []
                while told and not told[0].startswith(("##", "- ")):
                    words.append(told.pop(0))
                found.append(Part("paragraph", " ".join(words)))
    return found
