"""What somebody may have meant to type: the nearest words that some service holds."""

from __future__ import annotations

import re

from django.db import connection

# Alike in letters anywhere, or with the same two first letters and two slips at most: short words share few trigrams.
_LIKE = """
SELECT t.typed, (
    SELECT w.word FROM (
        SELECT word FROM offer_word WHERE word %% t.typed
        UNION SELECT word FROM offer_word WHERE word >= left(t.typed, 2) AND word < left(t.typed, 2) || chr(1114111)
                 AND levenshtein_less_equal(word, t.typed, 2) <= 2
    ) w ORDER BY levenshtein(w.word, t.typed), similarity(w.word, t.typed) DESC, w.word LIMIT 1)
  FROM unnest(%s::text[]) t (typed)
 WHERE NOT EXISTS (SELECT 1 FROM offer_word w WHERE w.word = t.typed)
"""
MOST = 6


def meant(text: str) -> str:
    """The text with each word that no service holds in place of its nearest; "" where there is none. One statement."""
    words = re.findall(r"[^\W\d_]{3,40}", text.lower())[:MOST]
    if not words:
        return ""
    with connection.cursor() as cursor:
        cursor.execute(_LIKE, [words])
        nearest = {typed: word for typed, word in cursor.fetchall() if word}
    guess = " ".join(nearest.get(word, word) for word in words)
    return guess if nearest else ""
