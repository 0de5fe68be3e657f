"""What the walk in Arabic stands on: keys as at set-up, as the other walk has them."""

from __future__ import annotations

from tests.walk.conftest import _keys

__all__ = ["_keys"]
