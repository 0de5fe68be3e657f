"""The shape of Open Referral UK 3.0, and whether a record has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema_rs

SERVICE = "compiled_service"
LISTED = "compiled_service_list"
AT_LOCATION = "compiled_service_at_location_list"
TAXONOMY = "taxonomy"
TERM = "taxonomy_term"


@cache
def openapi() -> dict[str, Any]:
    """The profile's own description, without its sentences (see kith/offer/data/README.md)."""
    return dict(json.loads((files("kith.offer") / "data" / "oruk.json").read_text(encoding="utf-8")))


@cache
def _validator(name: str) -> Any:
    schema = {"$ref": f"#/components/schemas/{name}", "components": openapi()["components"]}
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def faults(record: object, name: str = SERVICE) -> Iterator[tuple[str, str]]:
    """Each place where a record breaks the shape: the field ("service_at_locations.0.location"), and what is wrong."""
    for error in _validator(name).iter_errors(record):
        field = ".".join(str(each) for each in error.instance_path)
        yield field, str(error.message)[:200]


def is_valid(record: object, name: str = SERVICE) -> bool:
    """Whether a record has the shape of that name."""
    return bool(_validator(name).is_valid(record))
