"""Slots that every sentence may use: a child's name and pronouns, who is at home, what they like."""

from __future__ import annotations

from datetime import date

from kith.demo.dice import Dice
from kith.demo.working_days import age_on

LIKES_SMALL = (
    "dinosaurs",
    "the big red digger",
    "Duplo",
    "singing in the bath",
    "puddles",
    "a blue blanket",
    "being pushed on the swing",
    "the cat next door",
)
LIKES_MIDDLE = (
    "football cards",
    "drawing horses",
    "Roblox",
    "making slime",
    "swimming on Fridays",
    "Lego trains",
    "her nan's dog",
    "baking flapjacks",
    "the trampoline",
    "reading about space",
)
LIKES_TEEN = (
    "boxing",
    "doing nails",
    "drill music",
    "gaming with friends",
    "the skate park",
    "make-up videos",
    "college motor workshop",
    "cooking rice the way her aunt does",
    "five-a-side",
    "being left to sleep in",
)
SHE = {"they": "she", "them": "her", "their": "her", "They": "She", "Their": "Her", "was": "was", "s": "s"}
HE = {"they": "he", "them": "him", "their": "his", "They": "He", "Their": "His", "was": "was", "s": "s"}
THEY = {
    "they": "they",
    "them": "them",
    "their": "their",
    "They": "They",
    "Their": "Their",
    "was": "were",
    "s": "",
}


def slots(dice: Dice, given: str, *, sex: str, dob: date, on: date) -> dict[str, str]:
    """What the templates may fill: name, they, them, their, likes."""
    age = age_on(dob, on)
    own = SHE if sex == "F" else HE if sex == "M" else THEY
    likes = dice.pick(LIKES_SMALL if age < 5 else LIKES_MIDDLE if age < 12 else LIKES_TEEN)
    if sex != "F":
        likes = likes.replace("her ", "his " if sex == "M" else "their ")
    return {**own, "name": given, "likes": likes}
