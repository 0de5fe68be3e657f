"""Addresses of the local offers: those of a version, files made of what was posted, and the desk of those who write."""

from __future__ import annotations

VERSION = ("offer", "offer_asked", "offer_versions", "offer_version", "offer_easy", "offer_pdf")
LETTER = ("offer_letter_pdf", "offer_letter_docx")
DRAFT = (
    "offer_draft", "offer_section", "offer_call", "offer_promise", "offer_promise_new", "offer_asking",
    "offer_asking_new", "offer_publish",
)  # fmt: skip
