"""The permissions that this room's actions ask for, by the words that `kith.access` knows them by."""

from __future__ import annotations

CREATE_PERSON = "add a person"
EDIT_PERSON = "change what is recorded of a person"
LINK_IDENTITY = "say that two records are one person"
RELEASE = "release an item to a named person"
