"""Sensitivity labels: one bit each, so that a grant says in one number what it opens.

Source: the four gates of access (tenant, relationship, label, field); each label's keeper is in
`kith.access.roles`.
"""

from __future__ import annotations

from enum import IntFlag


class Label(IntFlag):
    """What a text holds that not everybody may read; a grant's mask says which of them it opens."""

    NORMAL = 1
    FAMILY_ONLY = 2
    THIRD_PARTY = 4
    ADDRESS_PROTECTED = 8
    LEGAL_PRIVILEGE = 16
    POLICE_SENSITIVE = 32
    HEALTH = 64
    ADOPTION_SEALED = 128
    STAFF_RESTRICTED = 256
    CHILD_PRIVATE = 512
    LADO = 1024
    COUNSELLING = 2048
    # What a family account may see of the people it knows: names, and what is released to it by name.
    DOOR = 4096


LABEL_CHOICES = [
    (Label.NORMAL.value, "normal"),
    (Label.FAMILY_ONLY.value, "family only"),
    (Label.THIRD_PARTY.value, "about somebody else"),
    (Label.ADDRESS_PROTECTED.value, "address protected"),
    (Label.LEGAL_PRIVILEGE.value, "legal advice"),
    (Label.POLICE_SENSITIVE.value, "police: originator controls"),
    (Label.HEALTH.value, "health"),
    (Label.ADOPTION_SEALED.value, "adoption, sealed"),
    (Label.STAFF_RESTRICTED.value, "restricted to named staff"),
    (Label.CHILD_PRIVATE.value, "the child's private words"),
    (Label.LADO.value, "allegation against a professional"),
    (Label.COUNSELLING.value, "counselling or advice"),
]
