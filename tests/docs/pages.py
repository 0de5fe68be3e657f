"""The documents for people who change Kith, and what they name."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_CODE = re.compile(r"`([^`\n]+)`")
_BLOCK = re.compile(r"^ *```.*?^ *```|^(?: {4,}|\t)\S[^\n]*$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


def documents() -> list[Path]:
    """README, CONTRIBUTING and everything under docs that is written by hand."""
    found = [path for path in (ROOT / "docs").rglob("*.md") if "pictures" not in path.parts]
    return sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *found])


def said_in_code(text: str) -> list[str]:
    """What stands between backticks in running text."""
    return _CODE.findall(_BLOCK.sub("", text))


def commands(text: str, program: str) -> set[str]:
    """The first words after `program`, in running text and in blocks."""
    lines = [*said_in_code(text), *(line for block in _BLOCK.findall(text) for line in block.splitlines())]
    word = re.compile(rf"(?:^|[ /]){program} ([a-z][a-z-]*(?: [a-z]+)?)")
    return {found for line in lines if not line.strip().startswith("#") for found in word.findall(line)}


def paths(text: str) -> set[str]:
    """Paths inside the tree, as they stand between backticks."""
    inside = re.compile(r"(kith|tests|docs|\.ci)/[\w./*-]+")
    return {said.rstrip("/") for said in said_in_code(text) if inside.fullmatch(said)}


def modules(text: str) -> set[str]:
    """Dotted names of our own code between backticks (`kith.actor` and its like are settings)."""
    return {said for said in said_in_code(text) if re.fullmatch(r"kith(\.\w+){2,}", said)}


def links(text: str) -> set[str]:
    """Where links lead, addresses of the web left out."""
    return {link for link in _LINK.findall(text) if "://" not in link}
