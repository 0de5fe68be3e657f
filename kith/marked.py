"""Marks words for families where they are kept; they are said in the reader's language where they are shown.

Django's own mark asks for its settings, and some of these stand in modules that are read before there are any.
"""

from __future__ import annotations


def marked(words: str) -> str:
    """The words as they are. `kith words` finds them by this name, and `kith.design.language.said` translates them."""
    return words
