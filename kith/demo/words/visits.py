"""Sentences of visits: arriving, seeing the child, what was said, what was agreed, what comes next."""

from __future__ import annotations

from kith.demo.dice import Dice

ARRIVING = (
    "Visit as arranged after school.",
    "I called at the time we had agreed; the kettle was already on.",
    "Planned visit, moved by an hour because the bus was late.",
    "I came in the morning this time, as Mum had asked.",
    "Visit at home. It was raining and everybody was in.",
    "We met at the family hub because the flat is being painted.",
    "I had not said that I was coming today, and explained why.",
    "Short visit between school and swimming.",
    "We walked to the park and talked on the way.",
    "A longer visit today, about an hour and a half.",
)
WALKED = (
    "Visit as arranged after school.",
    "Planned visit, moved by an hour because the bus was late.",
    "We walked to the park and talked on the way.",
    "Short visit between school and swimming.",
    "A longer visit today, about an hour and a half.",
    "I brought the photographs that I had promised.",
)
SEEN_SMALL = (
    "{name} was awake and alert, smiled when spoken to and reached out to be held.",
    "{name} was playing on the floor and babbling about {likes}. {They} brought me a toy and went "
    "back to check that "
    "Mum was near.",
    "{name} had just had a nap. {They} settled quickly on a familiar knee.",
    "{name} was clean and warmly dressed and eating toast. {They} pointed to what {they} wanted.",
    "I watched {name} at play for half an hour: busy, curious and quick to laugh.",
)
SEEN = (
    "I saw {name} on {their} own in {their} room. {They} talked easily, mostly about {likes}.",
    "{name} was quiet at first. We drew together and after a while {they} began to talk.",
    "{name} chose to sit in the garden. {They} told me about {likes}.",
    "{name} came in from school hungry and in good spirits, and talked with me alone while the pizza cooked.",
    "{name} did not want to speak today and said so clearly. I said that was fine and left my number.",
    "We played cards. {name} won, twice, and talked between hands.",
    "{name} showed me the new bed and where {they} keep{s} {their} things.",
    "{name} and I spoke on our own for twenty minutes. {They} looked tired and said that {they} had "
    "been up late.",
)
SAID = (
    '{They} said school is "alright" and that maths is better with the new teacher.',
    "{They} told me that mornings are less shouty than before.",
    "{They} said that {they} worr{y} when the grown-ups argue, and that it has happened once since I "
    "last came.",
    "{They} asked when {they} can see {their} cousins. I promised an answer by Friday.",
    "{They} said the best bit of the week was {likes}.",
    "{They} told me that {they} would like to stay up until nine. We agreed to ask.",
    '{They} said that {they} felt listened to at the last meeting, "for once".',
    "{They} said that tea is at the same time now and that helps.",
    "{They} wanted me to know that {they} did not like how the last letter was worded. I said sorry and "
    "wrote down {their} words.",
    "{They} talked about missing {their} dad, and about being cross with him, both at once.",
    "{They} said that nobody at school knows, and {they} want{s} to keep it that way.",
)
GROWN_UPS = (
    "Mum said that sleep is still the hardest part. She has kept the bedtime chart for two weeks.",
    "Dad has been to three of the four sessions and spoke about what he had taken from them.",
    "Mum was open about a bad week. She rang her sister, as the plan says, and that helped.",
    "The home was tidy and warm and there was food in. The broken lock has been mended.",
    "The rent arrears worry the family most. I helped with the form and we sent it together.",
    "We talked about alcohol honestly. She has had two dry weeks and is proud, rightly.",
    "Gran now does the Thursday pick-up. Everybody says that it works.",
    "We did not agree about the school run. I wrote down both views.",
    "Mum asked what would have to change for us to stop visiting. We wrote three things down together.",
    "There is mould in the back bedroom. I took photographs, with permission, for the landlord.",
    "Money ran out on Wednesday. The hub brought a food parcel the same afternoon.",
)
CARERS = (
    "{Their} carer spoke warmly about {name} and knows what calms {them}.",
    "The carer asked for help with letters from the hospital. I will ring them.",
    "Contact with Mum went well on Sunday; {name} came back chatty and slept.",
    "{name} was upset after family time and wanted to be left alone, and was.",
    "The carer is keeping the memory box. {name} added a bus ticket and a shell.",
    "Bedtimes are calmer since the night light.",
    "School has asked about the trip. The carer may say yes to that without asking us, and now knows it.",
)
AGREED = (
    "We agreed: Mum rings the school on Monday; I ask about the uniform grant.",
    "I promised to find out about the youth club and to bring the form.",
    "Nothing new to do: keep going with what works.",
    "We agreed to ask Auntie whether she can help on Tuesdays.",
    "I will speak to the health visitor about the weigh-in. Mum is happy for me to.",
    "I will change the letter so that it says what {name} said.",
    "We will look at the plan together next time and cross off what is done.",
    "I will ask housing for a date and tell the family by text on Thursday.",
)
NEXT = (
    "Next visit in two weeks.",
    "Next visit a week on Tuesday, after school.",
    "I will be back in ten working days.",
    "Next time we will go for the milkshake that I owe.",
    "Next visit is in the diary on the fridge.",
    "{name} asked me to come on a day without football; I will.",
)


GROWN = (
    "We met for coffee in town. {name} chose the table by the window and talked about {likes}.",
    "I saw {name} at {their} place. {They} had cooked, and there was enough for two.",
    "{name} rang first to say that today was not good, and we met the next day instead.",
    "We walked round the block. {name} talks more easily when we are moving.",
)
GROWN_SAID = (
    "{They} said that money is tight in the last week of the month. We went through it together.",
    "{They} said that Sundays are long, and that the group has helped.",
    "{They} told me about a job that {they} would like, and about being afraid to ask for it.",
    "{They} asked who {they} may call after I go on leave. I wrote down two names.",
    "{They} said that {they} would like to read {their} file one day, with somebody beside {them}.",
)
OWN_STEPS = (
    "We agreed: I send the form for the bus pass; {name} rings the college.",
    "I promised to ask about the deposit, and to answer by Friday.",
    "Nothing new to do: the plan is working.",
    "We will look at the plan together next time and cross off what is done.",
)
GROWN_AT = 16


def visit_note(dice: Dice, words: dict[str, str], *, age: int, in_care: bool) -> tuple[str, str]:
    """One visit: the child's part, then the rest, told so that each reader could read theirs later."""
    grown = in_care and age >= GROWN_AT
    child = [dice.pick(GROWN if grown else SEEN_SMALL if age < 4 else SEEN)]
    if age >= 4:
        child += dice.sample(GROWN_SAID if grown else SAID, dice.between(1, 2))
    rest = [] if grown else dice.sample(CARERS if in_care else GROWN_UPS, dice.between(1, 2))
    rest += [dice.pick(OWN_STEPS if in_care else AGREED), dice.pick(NEXT)]
    words = {**words, "y": "y" if words["they"] == "they" else "ies"}
    opening = [] if grown else [dice.pick(WALKED if in_care else ARRIVING)]
    return " ".join([*opening, *child]).format_map(words), " ".join(rest).format_map(words)
