"""What families say, and what is written for them, around requests, plans, meetings and goodbyes. All of it invented."""

from __future__ import annotations

VIEWS = (
    "i liked her. ok if the new one knocks first",
    "We have told it all three times now. Please let the new one read it before.",
    "fine by us, she said goodbye properly",
    "I am sad about it. He was the first who came back.",
    "They did not want to say anything about it today.",
    "as long as it is not somebody new again at christmas",
)
NO_VISIT = (
    "The lead was taken ill, and could not come. A card was written and read out.",
    "The family was away, and did not want a visit after that. They spoke on the phone.",
)
AT_THE_END = (
    "we are alright now. i know who to ring",
    "Thank you for the beds, and for not giving up on him.",
    "I would tell others to ask sooner than I did.",
    "it was a lot of people. but you kept your word",
    "",
)
OFFERED_AFTER = (
    "One worker who comes each week for as long as you want, for mornings and bedtimes.",
    "Family Help with the same worker whom you know already.",
    "The parents' group at the hub, and somebody who comes along the first time.",
)
OFFERED_IN_CARE = "Somebody for Mum and Dad while the children live elsewhere, to get ready for them."
OFFER_WORDS = {
    "accepted": ("yes please", "If it is the same lady, yes.", "we could do with it"),
    "declined": (
        "No thank you, we manage now.",
        "not after this. leave us be for a bit",
        "We have my mum for that.",
    ),
    "later": ("ask us again after the holidays", "not now, maybe when the baby is here"),
}
EXPLAINED = (
    "At the kitchen table, with the leaflet to keep and the film on the phone.",
    "On two visits, the second with an interpreter; the leaflet was left in their language.",
    "With Nan there, since Mum wanted her to hear it too. We said that no is fine.",
    "In the letter, and read through together the day after.",
)
MEETING_WORDS = {
    "accepted": ("about time somebody asked us", "Yes, if my sister can come.", "ok. but not at the office"),
    "declined": (
        "We do not want them all to know.",
        "no. my lot only shout",
        "Not needed, the two of us sort it.",
    ),
    "later": ("when I feel better", "ask again when his dad is out"),
}
MEETING_WHY = (
    "Who is there in the mornings, and on the bad nights.",
    "Where the children can be when it gets too much, and who fetches them.",
    "How everybody who loves them can help, without falling out about it.",
    "What the family does so that the children can stay at home.",
)
PLACES = (
    "The upstairs room of the library",
    "The church hall",
    "The hub, the room with the sofas",
    "The school after hours",
)
PARTS = (
    (
        "Nan has the children from Friday tea to Saturday noon, every week.",
        "It is safe, and the children want it.",
        "",
    ),
    ("Auntie does the school run on Mondays and Thursdays.", "It is clear who does it when.", ""),
    (
        "If Mum says the word, Uncle comes and stays the night.",
        "Everybody knows the word, and he lives near.",
        "",
    ),
    (
        "The council pays the bus for Grandad.",
        "He cannot come without it, and he is part of the plan.",
        "A bus pass for six months.",
    ),
    ("We meet at Nan's on the first Sunday and say how it goes.", "It is yours to do as you like.", ""),
    (
        "Dad comes on Saturdays from two to five, when somebody else is in.",
        "For two months, and then we look again with you.",
        "",
    ),
    (
        "The big one goes to her club, whatever happens at home.",
        "We agree, and the place is paid.",
        "The club's fee for a year.",
    ),
)
NO_PART = "We looked at it with you. It would not be safe yet, and we said what would have to change."
CAME_OF_IT = (
    "Most of it holds. Mondays did not work, so it is Tuesdays now.",
    "Nan was ill for two weeks and the others stepped in.",
    "It is going alright. We did not need the word once.",
)
FEEDBACK = {
    5: ("best thing anyone ever did for us", "", "they left us alone in the room and it worked"),
    4: ("good. too long", "", "The food helped."),
    3: ("it was ok", ""),
    2: ("I did not get to say my bit.",),
    1: ("My brother should not have been asked.",),
}
ANSWERS: dict[str, tuple[str, ...]] = {
    "matters": ("That we stay together.", "That the kids are not scared.", "our home. and the dog"),
    "hard": ("Mornings, and the end of the month.", "Being on my own with all of it.", "the rows"),
    "would_help": (
        "One person who comes back.",
        "Sleep. Then the letters.",
        "a bit of quiet for the big one",
    ),
    "goes_well": ("We make each other laugh.", "He is kind to his sister.", "I got them all to the dentist"),
    "helped_before": (
        "The lady at the nursery. The course did not.",
        "My mum, before she moved.",
        "Nothing yet.",
    ),
    "who_helps": ("My sister and the neighbour.", "Nobody near.", "his nan, every day"),
    "children": (
        "The small one is fine. The big one has gone quiet.",
        "They sleep badly.",
        "good at school, mostly",
    ),
    "home": ("Damp in the back room, and the rent is behind.", "It is fine.", "too small but ours"),
    "adults": ("I am tired, and my back is bad.", "better than last year", "He is off work again."),
    "outside": (
        "He is out late and I do not know with whom.",
        "School, football, home.",
        "she is on her phone all night",
    ),
    "reach": ("Text, not calls. Mornings are best.", "Ring any time.", "Write, and in big letters please."),
}
PROGRESS = {
    "well": ("it works", "", "three weeks now", "Better than I thought."),
    "some": ("some days", "", "half of it", "When the car starts."),
    "stuck": ("nobody rang us back", "no", "I cannot do this one by myself"),
}
DISAGREES = ("That is not what I said. I said I would try.", "It was Dad who asked for this, not me.")
LOOKED = (
    "What was promised was gone through line by line, and new days were set.",
    "Two things are done. One was dropped since nobody needs it any more.",
    "Mum read the plan out and said what she would change. It was changed.",
)
CAME = (
    "Mum, the lead and the school",
    "Mum and Dad, at home",
    "Mum, Nan and the health visitor",
    "Mum, by phone, and the lead",
)
HOW_DONE = ("Done, and shown to Mum.", "It took two calls.", "They were there from the first day.", "")
WHY_NOT = (
    "The list for it is closed until spring. We look for another.",
    "They said that they do not need it any more.",
)
BOUGHT = (
    ("Two beds with mattresses", 24900),
    ("A month of bus fares to school", 4200),
    ("School shoes and a coat", 8650),
    ("A cooker, fitted", 31900),
    ("The first month's rent, part of it", 45000),
    ("Food and the meter for a week", 6000),
    ("A stair gate and locks", 5475),
)
HEATING = ("Heating for a month", 9000)
REFUSED = (
    (
        ("service_near",),
        "There is help for just this near you, and it starts this week.",
        "The parents' group at the hub on Tuesdays. We rang, and they keep a chair for you.",
    ),
    (
        (),
        "What you tell us is hard, and it is not something for which a worker of ours has to come.",
        "The advice line, any evening; and you may ask us again at any time without starting from the beginning.",
    ),
    (
        ("money_home",),
        "One thing makes life hard, and the money advisers are better at it than we are.",
        "An adviser rings you tomorrow at the time that you said is safe. We told them what you agreed to.",
    ),
)
SMALL_ASKS = (
    ("He is on his phone all night and we row about it.", "What other parents do."),
    ("My two fight from morning to night.", "Somebody to tell me if that is normal."),
    ("I am behind with the gas.", "To know where to go."),
    ("She will not eat anything that is not white.", "A name to ring."),
    ("I just moved here and know nobody with kids.", "A group, or anybody."),
)
WHY_NO = (
    "We are full until the spring.",
    "This reads as a health matter: ask them first.",
    "Not our side of the county.",
    "I know the family. It should be somebody they do not know.",
)
GIVEN = (
    "A mum who asks for help herself, with {count}. Could that be you?",
    "{count} who need somebody steady. They said yes to help.",
    "Worried school, tired parents, {count}. Can you take this on?",
)
EXEMPT = (
    "Somebody of the family has said that they would take the child away from any meeting, "
    "and the police believe it."
)
WITHOUT = "The child could not wait for the meeting that they had said yes to: the danger grew within days."
