"""What a web process loads once is looked through for rubbish once, and not again and again while people wait.

A whole look through everything that a process holds stops all its threads for a third of a second, with thirty people
waiting for them. Nearly all of it stays to the end: views, templates, messages, what libraries made at their import.
"""

from __future__ import annotations

import gc

# Templates and messages are read as pages are first asked for: what the first looks found alive is set aside as well.
# Not for ever: what a page that is being made holds in a ring would be set aside with it, and kept to the end.
LOOKS = 5
_WHOLE = 2  # the generation of a look through everything


class _Looks:
    """Called by the collector at each of its looks; sets aside what the first whole ones leave."""

    def __init__(self) -> None:
        self.left = LOOKS

    def __call__(self, phase: str, info: dict[str, int]) -> None:
        if phase == "stop" and info["generation"] == _WHOLE:
            gc.freeze()
            self.left -= 1
            if not self.left:
                gc.callbacks.remove(self)


def keep_what_stays() -> None:
    """Set aside, out of the collector's sight, all that is alive now, and what its next `LOOKS` whole looks leave."""
    gc.collect()
    gc.freeze()
    gc.callbacks.append(_Looks())


def give_back() -> None:
    """At a process's end: what was set aside is let go in order, for libraries that count what they left behind."""
    gc.callbacks[:] = [each for each in gc.callbacks if not isinstance(each, _Looks)]
    gc.unfreeze()
