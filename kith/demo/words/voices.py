"""Own words: children's, mothers' and fathers', carers'. Not tidied, not corrected."""

from __future__ import annotations

from kith.demo.dice import Dice

STARTS_CHILD = (
    "I want people to know that",
    "The thing is",
    "What I like is that",
    "Can you tell them that",
    "I dont like it when",
    "My wish is that",
    "It would be better if",
    "When I grow up",
)
ENDS: dict[str, tuple[str, ...]] = {
    "I want people to know that": (
        "I am good at football and also at looking after my sister",
        "I am not naughty I just get fed up",
        "I speak two languages",
        "I hate being talked about in the corridor",
        "my name has an accent on it",
    ),
    "The thing is": (
        "everyone asks me the same questions",
        "I miss my old school",
        "I dont want to choose",
        "mum is trying really hard",
        "I just want it to be quiet at night",
    ),
    "What I like is that": (
        "my worker does what she says",
        "nan makes me packed lunch",
        "there is a dog here",
        "we have tea all together",
        "I can see the sea from my window",
    ),
    "Can you tell them that": (
        "I want to see my brother more than once a month",
        "I am allergic to kiwi, NOT all fruit",
        "I want to keep my room",
        "Sundays are for church",
        "I want to go on the school trip",
    ),
    "I dont like it when": (
        "people change my meeting and nobody says",
        "the car smells of smoke",
        "grown ups whisper",
        "I have to miss PE for this",
        "they call it contact, its just seeing my mum",
    ),
    "My wish is that": (
        "dad gets better",
        "we get a house with stairs",
        "I can have a sleepover",
        "me and my sister live together",
        "nobody is cross at Christmas",
    ),
    "It would be better if": (
        "you texted before you came",
        "meetings were after school",
        "I had the same worker",
        "someone explained it to me slowly",
        "you asked me and not only mum",
    ),
    "When I grow up": (
        "I will be a vet",
        "I will drive the bin lorry",
        "I am going to help kids like me",
        "I want to live near my nan",
        "I will have a bakery",
    ),
}
TAILS = (
    "",
    "",
    " thats all",
    " please",
    " and thats it",
    ". Thank you for reading",
    " :)",
    ". I said this myself",
)
PARENT = (
    "I know I need help and I asked for it myself, I want that written down.",
    "I feel like I am always being marked. When you told me what was going well it helped.",
    "I am not who I was two years ago. My kids come first now.",
    "Nobody told me how long this would take.",
    "Please stop sending letters with the wrong spelling of my name.",
    "I want my sister at the meeting. She tells me straight.",
    "The group on Wednesdays is the first place I have not felt judged.",
    "What I need is a washing machine and a night's sleep, then I can do the rest.",
    "I do not agree with the part about the party and I want that put next to it.",
    "He is a good lad. He needs somebody to believe him.",
)


def child_words(dice: Dice) -> str:
    """A child's own words, as said or written."""
    start = dice.pick(STARTS_CHILD)
    return f"{start} {dice.pick(ENDS[start])}{dice.pick(TAILS)}"


def parent_words(dice: Dice) -> str:
    """A parent's own words."""
    return dice.pick(PARENT)
