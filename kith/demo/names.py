"""Names put together from short lists of our own: everyday given names, everyday and invented surnames."""

from __future__ import annotations

from dataclasses import dataclass

from kith.demo.dice import Dice


@dataclass(frozen=True, slots=True)
class NameStock:
    """Given names by sex and family names of one heritage."""

    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]
    languages: tuple[str, ...] = ("English",)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


BRITISH = NameStock(
    _words(
        "Ava Ella Freya Grace Isla Lily Mia Poppy Ruby Sophie Amelia Evie Daisy Holly Jessica "
        "Katie Lacey Maisie Megan Molly Nancy Paige Rosie Scarlett Skye Summer Tegan Willow "
        "Bethany Chloe Darcey Erin Faith Gracie Heidi Imogen Jasmine Kayleigh Lola Martha Niamh "
        "Orla Phoebe Robyn Tilly Violet"
    ),
    _words(
        "Alfie Archie Ben Callum Charlie Daniel Dylan Ethan Finley Freddie George Harry Harvey "
        "Jack Jacob Jake Jayden Joshua Kai Kieran Leo Lewis Liam Logan Luke Mason Max Noah Oliver "
        "Oscar Ollie Reece Riley Ryan Sam Theo Toby Tyler Zac Albie Bobby Connor Dexter Elliot "
        "Frankie Jude Kian Rory"
    ),
    _words(
        "Smith Jones Taylor Brown Williams Wilson Johnson Davies Walker Wright Green Hall Wood "
        "Clarke Hughes Turner Cooper Ward Baker Harris Aldermoor Ashbeck Barrowdean Birchall "
        "Brackenby Calderwick Copeling Dunthorne Eastmere Fallowden Farrowby Gadsmoor Garthwick "
        "Hadlowe Harrowgill Hazelbrook Inglemoor Jessopley Kettlewright Larkhill Lintonby "
        "Marchbank Meadowcroftby Netherwick Oakenby Pellingham Quarrington Ravensdon Rushbeck "
        "Saltmere Sandelby Thornebank Tillingley Underhay Vennbrook Wainfleck Westerby Whinmoor "
        "Wickenby Yarrowdale"
    ),
)
EASTERN_EUROPEAN = NameStock(
    _words("Zofia Maja Hanna Lena Oliwia Alicja Ioana Andreea Elena Gabriela Katarzyna Daria Bianca Milena"),
    _words("Jakub Filip Kacper Antoni Szymon Andrei Matei Luca David Stefan Marek Tomasz Ionut Pavel"),
    _words(
        "Nowicki Zielonka Krawczyk Lesniak Borowik Popa Stanciu Dumitru Radulescu Ilinca Horvat "
        "Petrov Kalinka Wronska Moldovan Toma"
    ),
    ("English", "Polish", "Romanian"),
)
TRAVELLER = NameStock(
    _words("Margaret Bridget Kathleen Nora Shannon Mary-Kate Rosanna Chantelle Crystal Savannah"),
    _words("Paddy Martin Johnny Michael Thomas Miley Levi Nelson Patrick Simeon"),
    _words("Doran Cashin Purcell Loveridge Boswin Hearne Coyle Ferraby Connors Quilligan"),
)
SOUTH_ASIAN = NameStock(
    _words("Aisha Zara Maryam Fatima Hafsa Inaya Safa Anaya Priya Diya Nusrat Tahmina Rukhsana Simran Amina"),
    _words("Ibrahim Yusuf Zayn Hamza Adam Rayyan Bilal Imran Arjun Rohan Kabir Farhan Tariq Nabil Samir"),
    _words(
        "Khan Ahmed Hussain Begum Patel Singh Malik Rahman Chowdhury Sheikhani Mirzada Kapoorwala "
        "Dasani Qureshan Bhattia Sandhuri"
    ),
    ("English", "Urdu", "Punjabi", "Bengali"),
)
AFRICAN = NameStock(
    _words("Amara Adaeze Zainab Temi Folake Ngozi Hodan Ifrah Sagal Makeda Abena Esi Nyasha Chipo Saba"),
    _words("Chidi Tobi Emeka Kwame Kofi Abdi Liban Yonas Tesfay Samuel Tinashe Jabari Ayo Dawit Mussa"),
    _words(
        "Okafor Adebayo Mensah Osei Abdullahi Farah Tekle Haile Moyo Nkemere Balogunde Owusani "
        "Yohanes Jumale Chikwanda Asantewe"
    ),
    ("English", "Somali", "Yoruba", "Tigrinya"),
)
CARIBBEAN = NameStock(
    _words("Aaliyah Naomi Shanice Renee Tia Keisha Imani Janelle Kiara Monique Ebony Tanisha"),
    _words("Jerome Marcus Tyrell Malachi Isaiah Andre Jermaine Nathaniel Kymani Curtis Devon Leon"),
    _words(
        "Campbell Grant Francis Bailey Gordon Reidway Blakemoor Morganson Beckfordly Linton "
        "Thompsett Dacresby"
    ),
)
ARAB_AND_CENTRAL_ASIAN = NameStock(
    _words("Leila Noor Yasmin Shirin Rojin Huda Salma Dilan Parisa Zahra Rania Mina"),
    _words("Ahmad Omid Farid Navid Rebin Hiwa Yousef Karim Mustafa Jawad Reza Suliman Idris Zmarai"),
    _words(
        "Rahimani Azadyar Karimpour Haidarzai Noorzay Salehani Barzanji Osmanzai Idriszada "
        "Alhadar Mahmoudian Tahersani"
    ),
    ("Dari", "Kurdish Sorani", "Arabic", "Pashto"),
)
EAST_ASIAN = NameStock(
    _words("Mei Linh Xiu Thuy An Lan Jia Hanh Yan Ling"),
    _words("Wei Minh Jun Duc Hao Tuan Lei Quang Bo Long"),
    _words("Chen Wong Nguyen Liang Tran Phamley Zhouwen Huanglin Leongsa Tangmei"),
    ("English", "Cantonese", "Vietnamese"),
)

STOCKS: dict[str, NameStock] = {
    "WBRI": BRITISH,
    "WIRI": BRITISH,
    "WOTH": EASTERN_EUROPEAN,
    "WIRT": TRAVELLER,
    "WROM": TRAVELLER,
    "MWBC": CARIBBEAN,
    "MWBA": AFRICAN,
    "MWAS": SOUTH_ASIAN,
    "MOTH": BRITISH,
    "AIND": SOUTH_ASIAN,
    "APKN": SOUTH_ASIAN,
    "ABAN": SOUTH_ASIAN,
    "AOTH": ARAB_AND_CENTRAL_ASIAN,
    "BCRB": CARIBBEAN,
    "BAFR": AFRICAN,
    "BOTH": CARIBBEAN,
    "CHNE": EAST_ASIAN,
    "OOTH": ARAB_AND_CENTRAL_ASIAN,
    "REFU": BRITISH,
    "NOBT": BRITISH,
}
MIXED = frozenset({"MWBC", "MWBA", "MWAS", "MOTH"})
SHORT_FORMS: dict[str, str] = {
    "Amelia": "Millie",
    "Jessica": "Jess",
    "Bethany": "Beth",
    "Isla": "Izzy",
    "Scarlett": "Scar",
    "Megan": "Meg",
    "Daniel": "Danny",
    "Joshua": "Josh",
    "Charlie": "Chaz",
    "Harvey": "Harv",
    "Oliver": "Olly",
    "Jacob": "Jay",
    "Ibrahim": "Ibby",
    "Mustafa": "Musti",
    "Nathaniel": "Nate",
    "Zofia": "Zosia",
    "Katarzyna": "Kasia",
    "Fatima": "Fati",
    "Abdullahi": "Abdi",
    "Samuel": "Sam",
    "Imogen": "Immy",
    "Kayleigh": "Kay",
    "Alfie": "Alf",
}


def given_name(dice: Dice, ethnicity: str, sex: str) -> str:
    """A given name that fits; children of mixed heritage draw on either side."""
    stock = BRITISH if ethnicity in MIXED and dice.chance(0.5) else STOCKS[ethnicity]
    return dice.pick(stock.girls if sex == "F" else stock.boys)


def family_name(dice: Dice, ethnicity: str) -> str:
    """A family name; every third is invented or rare, the rest are common."""
    return dice.pick(STOCKS[ethnicity].families)


def languages_of(dice: Dice, ethnicity: str, *, newly_arrived: bool) -> tuple[str, ...]:
    """First language first. Those newly arrived speak one that is not English."""
    stock = STOCKS[ethnicity].languages
    others = tuple(one for one in stock if one != "English")
    if newly_arrived:
        return (dice.pick(others or ("Arabic",)),)
    if others and dice.chance(0.45):
        return ("English", dice.pick(others))
    return ("English",)
