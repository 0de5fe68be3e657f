"""The codes that homes and children are matched by, with the words that pages show.

The four groups for whom there are too few homes are named in Stable Homes, Built on Love (2023) and in the recruitment
programme for foster carers: brothers and sisters, teenagers, unaccompanied children, complex trauma.
"""

from __future__ import annotations

SKILLS = {
    "siblings": "brothers and sisters together",
    "teenagers": "teenagers",
    "unaccompanied": "children who came alone from another country",
    "trauma": "complex trauma",
    "babies": "babies",
    "disability": "disabled children",
    "health": "health needs",
    "autism": "autistic children",
    "school": "children out of school",
    "parent_child": "a parent and baby together",
}
LANGUAGES = {
    "ara": "Arabic", "ben": "Bengali", "bfi": "British Sign Language", "eng": "English", "fas": "Farsi",
    "kur": "Kurdish", "pan": "Panjabi", "pol": "Polish", "por": "Portuguese", "pus": "Pashto", "ron": "Romanian",
    "som": "Somali", "sqi": "Albanian", "tir": "Tigrinya", "ukr": "Ukrainian", "urd": "Urdu", "vie": "Vietnamese",
}  # fmt: skip
FAITHS = {
    "christian": "Christian", "muslim": "Muslim", "hindu": "Hindu", "jewish": "Jewish", "sikh": "Sikh",
    "buddhist": "Buddhist", "none": "none",
}  # fmt: skip
CULTURES = {
    "white": "White British or other White", "mixed": "Mixed", "asian": "Asian", "black": "Black",
    "roma": "Gypsy, Roma or Traveller", "other": "another heritage",
}  # fmt: skip
LIVES_HERE = {
    "dog": "a dog",
    "cat": "a cat",
    "garden": "a garden",
    "own_room": "a room of their own",
    "own_children": "the carers’ own children",
    "other_children": "other children",
    "one_carer": "one carer",
    "woman": "a woman",
    "man": "a man",
    "town": "in a town",
    "country": "in the country",
    "smoke": "somebody who smokes",
}
GROUPS = {
    "siblings": "Brothers and sisters",
    "teenagers": "Teenagers",
    "unaccompanied": "Children who came alone from another country",
    "trauma": "Children who carry complex trauma",
}
TEENAGER = 13


def named(codes: list[str] | tuple[str, ...] | frozenset[str], words: dict[str, str]) -> str:
    """Codes as words, in the order of the list; a code that it does not have stays as it is."""
    return ", ".join([words.get(each, each) for each in sorted(codes, key=_place(words))])


def _place(words: dict[str, str]):  # type: ignore[no-untyped-def]
    order = {code: place for place, code in enumerate(words)}
    return lambda code: (order.get(code, len(order)), code)
