"""Tells what the columns of a list of providers are by their headings, however the list words them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

HEAD_ROWS = 40
"""How far down the headings may stand, under a title and notes."""

# Tried in turn on a heading in small letters and digits alone; the first that any heading fits is taken.
_PATTERNS: dict[str, tuple[str, ...]] = {
    "URN": (
        "urn",
        "(ofsted|provider|setting|provision|socialcare|sc)urn",
        "(ofsted)?(unique)?reference(number)?(urn)?",
        "urn(number|no|code|id)?",
        "ofsteduniquereference(number)?",
        "uniquereferencenumber.*",
    ),
    "POSTCODE": (
        "postcode",
        "(provider|setting|provision|placement|pl|home|premises|ofsted)post(al)?code",
        "pl_?post",
        "postalcode",
        "(?!.*(correspond|registeredperson|organisation|office|contact)).*post(al)?code.*",
    ),
    "LA_CODE": (
        "lacode",
        "(new|ons|gss)(la|localauthority)?(ons|gss)?code",
        "(la|localauthority)(ons|gss)(code)?",
        "(?!.*(plac|previous|old)).*(la|localauthority)code.*",
        "(old)?la(code|number|no)",
        "localauthority(name)?",
        "la(name)?",
        "(provider|setting|geographical|geographic|registered)(la|localauthority)(name)?",
        "(?!.*(plac|previous|fund)).*localauthority(name)?",
    ),
    "PLACE_CODES": (
        "(?!.*(post|provider)).*plac.*codes?.*",
        "place",
        "placement(s|type|types)?",
    ),
    "PROVIDER_CODES": (
        "(?!.*(post|local|lacode)).*provider.*codes?.*",
        "place(ment)?provider",
    ),
    "REG_END": (
        "reg(istration|istered)?end(date|ed|s)?",
        "(date)?(of)?reg(istration)?ended",
        "date(of)?((registration)?end|clos(ed|ure)|cancel(led|lation)|resign(ed|ation)|deregist.*)",
        "(end|clos(ed|ure|ing)|cancel(led|lation)|resign(ed|ation)|deregist(ered|ration))date",
        "regend.*|registrationend.*|enddateof(the)?registration",
    ),
}
_MANY = {"PLACE_CODES", "PROVIDER_CODES"}


def columns_of(headings: Sequence[str]) -> dict[str, list[int]]:
    """Where each column of a list lies; codes may be spread over several ("Placement code 1" and "2")."""
    plain = [re.sub(r"[^a-z0-9]", "", heading.lower()) for heading in headings]
    found: dict[str, list[int]] = {}
    for column, patterns in _PATTERNS.items():
        taken = {at for places in found.values() for at in places}
        for pattern in patterns:
            fitting = [at for at, name in enumerate(plain) if at not in taken and re.fullmatch(pattern, name)]
            if fitting:
                found[column] = fitting if column in _MANY else fitting[:1]
                break
    return found


def find_headings(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, list[int]]] | None:
    """The row in which the headings stand and where each column lies; None where none has a URN."""
    for at, row in enumerate(islice(rows, HEAD_ROWS)):
        # A note that speaks of the URN alone is no heading, unless the list holds nothing else.
        if (found := columns_of(row)) and "URN" in found and (len(row) == 1 or sum(map(bool, row)) > 1):
            return at, found
    return None
