"""The service that seals: it reads every log, writes links, and changes nothing."""

from __future__ import annotations

from uuid import UUID

from kith.core.actor import Actor

SEALER = Actor(id=UUID("5ea1ed00-0000-4000-8000-000000000001"), role="sealer", channel="service")
