"""What is told of permanence and of changes of social worker. The values are the return's own codes (SSDA903)."""

from __future__ import annotations

from django.db import models


class WhyNotAdoption(models.TextChoices):
    """REASON_PLACED_CEASED."""

    NEEDS = "RD1", "the child’s needs changed"
    COURT = "RD2", "the court made no placement order"
    NOBODY = "RD3", "nobody was found to adopt them"
    OTHER = "RD4", "another reason"


class Adopters(models.TextChoices):
    """SEX_ADOPTR."""

    MAN = "M1", "one man"
    WOMAN = "F1", "one woman"
    MEN = "MM", "two men"
    WOMEN = "FF", "two women"
    BOTH = "MF", "a man and a woman"


class AdoptersTie(models.TextChoices):
    """LS_ADOPTR."""

    ALONE = "L0", "one adopter alone"
    MARRIED = "L11", "married, a man and a woman"
    MARRIED_SAME = "L12", "married, of the same sex"
    CIVIL = "L2", "civil partners"
    COUPLE = "L3", "not married, a man and a woman"
    COUPLE_SAME = "L4", "not married, of the same sex"


class Before(models.TextChoices):
    """PREV_PERM."""

    ADOPTION = "P1", "adoption"
    GUARDIAN = "P2", "special guardianship"
    ARRANGEMENTS = "P3", "a residence or child arrangements order"
    UNKNOWN = "P4", "one of these, and nobody knows which"
    NONE = "Z1", "none of these"


class WhyWorker(models.TextChoices):
    """SW_REASON: why this worker began, the one before having stopped."""

    FIRST = "FCONTA", "they are the first"
    MANAGED = "MANAGE", "managers decided to change the worker"
    LEFT = "LEFTRL", "the one before left the role"
    REORGANISED = "ORGRST", "the service was reorganised"
    HANDED_ON = "TSPROC", "handed on between teams"
    AWAY = "ABSENC", "the one before is away"
    CHILD = "CHCHAN", "the child asked for a change"
    FAMILY = "PCCHAN", "a parent or carer asked for a change"
    DIED = "SWDIED", "the one before died"
    OTHER = "OTHERS", "another reason"
