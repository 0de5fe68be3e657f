"""What makes life hard for invented families, and what they and services do about it, in plain words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """One thing that is hard. facts: of the threshold rules; factors: of an assessment (CIN census) that bring it up.

    ours: (words, who of us: council, health, school or charity). need: of an adult, blank where it is none.
    """

    code: str
    facts: tuple[str, ...]
    factors: frozenset[str]
    hard: tuple[str, ...]
    noticed: tuple[str, ...]
    help: tuple[str, ...]
    goals: tuple[str, ...]
    ours: tuple[tuple[str, str], ...]
    theirs: tuple[str, ...]
    change: tuple[str, ...]
    need: str = ""
    health: bool = False
    oldest: int = -1  # how old the eldest child has to be


THEMES = (
    Theme(
        "money",
        ("money_home",),
        frozenset({"18C", "19B"}),
        (
            "The rent is behind and I hide the letters. I do not sleep.",
            "We are four in one room since the fire and the landlord says nothing.",
            "By Thursday there is no money left for the meter.",
        ),
        (
            "The children come in thin coats and ask what is left over at lunch.",
            "The family has had three moves since the spring. Mum says the debts follow them.",
        ),
        ("Somebody to sort the letters with me.", "A bed for each of them.", "Help to talk to the landlord."),
        ("We open the post and we are not scared of it.", "Each of us has a bed.", "The house is warm."),
        (
            ("We go through the letters with you and ring the council about the rent.", "council"),
            ("The money adviser sees you at home, and writes down what is owed to whom.", "charity"),
            ("We find two beds and bring them.", "council"),
        ),
        (
            "Mum puts every letter in the box, opened or not.",
            "Dad rings the landlord with us in the room.",
        ),
        ("The rent has been paid three months in a row.", "Everybody sleeps in a bed of their own."),
        "money",
    ),
    Theme(
        "feelings",
        ("mental_health",),
        frozenset({"4A", "4B", "16A"}),
        (
            "Some mornings I cannot get up, and the kids get themselves ready.",
            "My girl cuts her arms. I found out from her school bag.",
            "Since the baby came I cry all day and I am frightened of it.",
        ),
        (
            "Mum looks worn out and says that she has not slept for weeks. She says yes to help.",
            "A boy of nine says that he wishes he was not here. Mum knows that we ask.",
        ),
        (
            "Somebody to talk to who is not cross.",
            "A rest, one afternoon a week.",
            "For her to be seen soon.",
        ),
        (
            "Mum has good days again, and we know what to do on the bad ones.",
            "I tell somebody before it gets too much.",
        ),
        (
            ("The health visitor comes each week and listens first.", "health"),
            ("We ask for the talking help today, and ring each week until there is a day for it.", "council"),
            ("School gives a quiet place, and one grown-up to go to.", "school"),
        ),
        ("Mum rings us on a bad day, before noon.", "We keep bedtime the same every night."),
        ("There have been more good days than bad for two months.", "There is somebody to go to at school."),
        "mental_health",
        health=True,
    ),
    Theme(
        "drink",
        ("drugs_alcohol",),
        frozenset({"1A", "1B", "2A", "2B"}),
        (
            "He drinks again. When he drinks I take the kids to my sister.",
            "I want to stop before the baby comes. I cannot do it on my own.",
        ),
        (
            "Dad smelt of drink at the gate twice this week. The children say that they are used to it.",
            "Mum told the midwife that she uses again, and asked us to say so.",
        ),
        ("A place where he can go that is not all talk.", "To be helped and not judged."),
        ("Nobody drinks when the children are up.", "Dad is Dad again at the weekend."),
        (
            ("The worker from the drink and drugs service starts this week, and comes to you.", "health"),
            ("We come on Fridays, when it is hardest.", "council"),
        ),
        (
            "Dad goes to the group on Mondays.",
            "Mum rings her sister on a bad night, and the children go there.",
        ),
        ("It has been three months without drink in the house.",),
        "alcohol",
        health=True,
    ),
    Theme(
        "safety",
        ("abuse_at_home",),
        frozenset({"3A", "3B", "3C"}),
        (
            "He shouts and breaks things and then he is sorry. The kids hide.",
            "I left him in March. He still rings and I still jump.",
        ),
        (
            "She told us at the clinic that she is afraid at home. It is safe to ring in the mornings.",
            "The girl flinches at loud voices, and drew a broken door.",
        ),
        ("To feel safe in my own house.", "Somebody for the kids, they saw a lot."),
        ("We sleep through and nobody shouts.", "The children say what they saw, to somebody safe."),
        (
            ("The advocate works out with you what keeps you safe, and rings on Mondays.", "charity"),
            ("Locks and lights are seen to, and we pay for it.", "council"),
            ("Somebody at school sees the children each week.", "school"),
        ),
        ("Mum keeps the number that we agreed in her phone under another name.",),
        ("Mum says that she feels safe, for three months.",),
        "domestic_abuse",
    ),
    Theme(
        "school",
        ("school",),
        frozenset({"24A", "15A", "14A"}),
        (
            "My lad will not go in. We fight every morning and he wins.",
            "They keep sending him home. I have lost my job over it.",
        ),
        (
            "She has been in eleven days this term. Her mother says she is bullied on the bus.",
            "Two exclusions since September, and nobody has asked him why.",
        ),
        ("For school to ask him what is wrong.", "A way to get him there that is not me shouting."),
        ("I go in on the days that we said, and I know where to go when it is loud.",),
        (
            ("School meets you at the side gate at ten, and nobody asks questions on the way in.", "school"),
            ("We sort the bus, and go along for the first two weeks.", "council"),
        ),
        ("Mum wakes him at half past seven and does not argue.", "Dad does the Tuesday and the Thursday."),
        ("He has been in four days out of five for a whole half term.",),
        oldest=6,
    ),
    Theme(
        "child_needs",
        ("disabled_child",),
        frozenset({"5A", "6A", "6B", "7A"}),
        (
            "He needs somebody all night and I work days. I am so tired that I fell asleep at the wheel.",
            "We wait for the chair since a year. I carry her up the stairs and she is ten now.",
        ),
        (
            "A boy with high needs, and parents who have not had a night off in a year.",
            "Mum carries her daughter upstairs. Her back is going.",
        ),
        ("A night off now and then.", "Somebody to push the people who say wait."),
        ("We all get a whole night of sleep each week.", "I get up the stairs without Mum carrying me."),
        (
            ("We find one night a week with somebody who knows him.", "council"),
            ("The occupational therapist looks at the stairs this month.", "health"),
        ),
        ("Dad writes down what a good night looks like, for whoever comes.",),
        ("There is one night off each week, and it has not fallen through.",),
        "caring",
    ),
    Theme(
        "carers",
        ("young_carer",),
        frozenset({"11A", "13A", "10A", "17A"}),
        (
            "My eldest does it all, she is twelve. I have MS and I see her give up her friends.",
            "I did too much shouting this week. I need a break before I do something.",
        ),
        (
            "A girl of twelve cooks, washes, and brings two small ones to school.",
            "The brothers come in without breakfast, and the older one does the talking for all.",
        ),
        ("Time for her to be a child.", "Help in the mornings."),
        ("I play football on Saturdays and I do not worry about home.",),
        (
            ("Somebody comes on school mornings from seven until nine.", "council"),
            ("The young carers' group fetches her on Wednesdays.", "charity"),
        ),
        ("Mum asks for help by seven on a bad morning, and does not ask her daughter.",),
        ("She has gone to her group every week since the summer.",),
        "disability",
        health=True,
        oldest=9,
    ),
)
STRENGTHS = (
    "Mum rang before it got worse, and said so straight out.",
    "They eat together every evening, whatever the day was like.",
    "Nan is there within ten minutes when they ring.",
    "The big one reads to the small one.",
    "Dad has not missed a parents' evening.",
    "They laugh a lot, even now.",
    "Everybody in the street knows them and looks out for them.",
    "She does what she says she will do.",
)
NETWORK_STEPS = (
    "Nan has them one evening a week.",
    "Auntie fetches the little one on Fridays.",
    "The neighbour keeps a key.",
    "His godfather takes him to training.",
)
