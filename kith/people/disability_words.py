"""DfE disability codes (N00099, children in need census) in plain words."""

from __future__ import annotations

DISABILITIES = [
    ("NONE", "No disability"),
    ("MOB", "Getting around"),
    ("HAND", "Using hands"),
    ("PC", "Personal care"),
    ("INC", "Continence"),
    ("COMM", "Communication"),
    ("LD", "Learning"),
    ("HEAR", "Hearing"),
    ("VIS", "Sight"),
    ("BEH", "Behaviour"),
    ("CON", "Consciousness, such as epilepsy"),
    ("AUT", "Autism"),
    ("DDA", "Another disability under the Equality Act 2010"),
]
WORDS = dict(DISABILITIES)
