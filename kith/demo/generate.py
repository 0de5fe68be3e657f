"""Kithshire, family by family: the same seed, day and index give the same family in any process."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kith.demo.care import make_care
from kith.demo.dice import Dice
from kith.demo.draft import Draft
from kith.demo.events import write_story
from kith.demo.home_before import some_went_home
from kith.demo.household import make_household
from kith.demo.involve import involve
from kith.demo.kin_families import guardians_after_care, lives_with_kin, move_to_kin
from kith.demo.lives import lead_role_for, make_life
from kith.demo.need import make_need
from kith.demo.routes import CARE_ROUTES, FAMILY_ROUTES, KIN
from kith.demo.shapes.bundle import DemoFamily
from kith.demo.stories import STORIES
from kith.demo.stories.front_door import asked_for_help
from kith.demo.workers import FAMILIES_A_BLOCK, workforce


def make_family(index: int, *, seed: int, today: date, limit: int = 99) -> DemoFamily:
    """One family by its index, with at most `limit` children. The first indexes are the told stories."""
    crew = workforce(seed, index // FAMILIES_A_BLOCK, today)
    joining = crew.everybody() if index % FAMILIES_A_BLOCK == 0 else ()
    dice = Dice(seed, "family", index)
    if index < len(STORIES):
        draft = Draft(dice, index, today, crew, "story", joining=joining)
        STORIES[index](draft)
        if index == 0:
            asked_for_help(draft)
        return draft.freeze()
    draft = Draft(dice, index, today, crew, dice.weigh(FAMILY_ROUTES), joining=joining)
    if lives_with_kin(index, seed):
        draft.route = KIN
    chance = Dice(seed, "life", index)  # of its own: more of a life changes nobody
    draft.lead_role = lead_role_for(draft.route, chance)
    make_household(draft, limit)
    if draft.route == KIN:
        move_to_kin(draft)
        return draft.freeze()
    if draft.route in CARE_ROUTES:
        make_care(draft)
        guardians_after_care(draft)
    else:
        make_need(draft)
        some_went_home(draft)
    involve(draft)
    write_story(draft)
    make_life(draft, chance)
    return draft.freeze()


def generate(children: int = 1500, seed: int = 1, *, today: date) -> Iterator[DemoFamily]:
    """Families one at a time, until they hold `children` children known to services.

    The told stories come first and whole, so a very small number is met or just passed. Nothing is
    kept between families: memory does not grow with the number. Raises ValueError below 1.
    """
    if children < 1:
        raise ValueError("the demo needs at least 1 child; 1500 makes a whole authority")
    made = index = 0
    while made < children:
        family = make_family(index, seed=seed, today=today, limit=children - made)
        made += len(family.children)
        index += 1
        yield family
