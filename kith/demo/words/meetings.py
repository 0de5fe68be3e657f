"""Notes of first contacts, calls and meetings."""

from __future__ import annotations

from kith.demo.dice import Dice

ASKED = {
    "school": (
        "School rang: {name} has come in tired and without lunch most days this month.",
        "{name}'s teacher is worried after something that {they} said at circle time.",
        "School asked for help for the family; attendance has dropped since the summer.",
    ),
    "police": (
        "Police were called to the home at night. {name} was upstairs and heard it.",
        "Police told us of an argument in the street; the children were in the car.",
        "Police found {name} at the station late in the evening and brought {them} home.",
    ),
    "health": (
        "The health visitor is worried about weight and about how low Mum feels.",
        "The hospital rang after a visit to accident and emergency; the account and the bruise "
        "do fit, "
        "and they wanted us to know.",
        "The GP asked what help there is for a tired family.",
    ),
    "family": (
        "Mum rang herself. She said that it had got too much and asked for help.",
        "A grandmother rang, worried, and asked that the family be told it was her.",
        "A neighbour rang about shouting. We said what we could and could not promise.",
    ),
    "other": (
        "Housing told us that the family must leave the flat in a month.",
        "The probation officer told us of a change at home.",
        "A charity asked if we could help with beds.",
    ),
}
DECIDED = (
    "We rang Mum first, said who had called us where that was safe, and asked what would help.",
    "We read what was known before, so that nobody had to tell it again.",
    "We spoke with the family before we spoke with anybody else.",
    "The family said yes to a visit this week.",
    "The family did not want a visit; we explained why we would come.",
)
CALLS = (
    "Call from Mum: the tenancy came through. She cried, happily.",
    "Call to school: {name} has been in every day this week and ate lunch with friends.",
    "Call from Dad, who was angry about Tuesday. I listened, and we agreed to talk again on Monday.",
    "Call from {name}: can {they} stay at a friend's on Saturday? I said that I would answer today.",
    "I rang back: yes to Saturday, with the friend's mother's number.",
    "Call to the surgery: jabs are up to date; the letter will follow.",
    "Call from Gran, to say that she can do half-term. Written into the plan.",
    "No answer twice; I sent the text that we had agreed on, and nothing more.",
    "Call to the after-school club: settled, still shy at tea, talks about {likes}.",
)
MEETINGS = (
    "Everybody came except Dad, who sent his view in writing. The plan stays, with one new step.",
    "We began with what {name} is proud of. Then the worries, then the plan.",
    "The family had half an hour alone and came back with a better plan than ours.",
    "Two steps are done, one is late and it is ours: I said sorry and gave a date.",
    "{name} chaired the first ten minutes and chose the biscuits.",
    "Mum disagreed about the school run. Her words are next to ours.",
    "We agreed that things are better than in spring, and what still has to be true for us to step back.",
    "The health visitor will go weekly until the weight is steady. Auntie takes Tuesdays.",
)
SUPERVISION = (
    "Talked through with my manager. What is working: Gran and the mornings. What worries us: weekends.",
    "Talked through with my manager. We are not sure that we have heard {name} enough. I will go for a "
    "walk with {them}.",
    "Talked through with my manager. It is time to say plainly what would let us close.",
)


def source_words(source: str) -> str:
    """Which list of first contacts fits a referral source code."""
    if source.startswith("1") and source != "10":
        return "family"
    return {"2": "school", "3": "health", "6": "police"}.get(source[0] if source != "10" else "", "other")


def first_contact(dice: Dice, words: dict[str, str], source: str) -> str:
    """How the family came to us and what was decided."""
    return f"{dice.pick(ASKED[source_words(source)])} {dice.pick(DECIDED)}".format_map(words)


def call_note(dice: Dice, words: dict[str, str]) -> str:
    """A telephone call."""
    return dice.pick(CALLS).format_map(words)


def meeting_note(dice: Dice, words: dict[str, str]) -> str:
    """A meeting, in two or three sentences."""
    return " ".join(dice.sample(MEETINGS, 2)).format_map(words)


def supervision_note(dice: Dice, words: dict[str, str]) -> str:
    """A talk with a manager about the family."""
    return dice.pick(SUPERVISION).format_map(words)
