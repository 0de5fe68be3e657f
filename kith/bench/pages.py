"""How quick the pages are: a mix over 32 connections, each kind beside the sign-in page of the same run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kith.bench import inside
from kith.bench.client import Answer
from kith.bench.figures import Figure, median, percentile
from kith.bench.mix import FAMILY_PAGES, FLOOR, KINDS, LIMITS, Reader, alone, mix
from kith.bench.scratch import Scratch
from kith.bench.serving import site

READERS = 24
SINGLE = (*KINDS, *FAMILY_PAGES)
"""Each kind that has all connections to itself once: the mix is that of workers."""
WARM_UP = 0.2
FLAT = 1.5
"""Most that a page's 95th percentile may grow from the small database to the large."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Milliseconds of one kind of page: the medians, over the runs, of their 50th and 95th percentiles."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Timings:
    """One database's pages: in the mix, and each kind with all connections to itself."""

    mixed: dict[str, Timed]
    alone: dict[str, Timed]
    errors: int
    asked: int
    a_second: float


def readers_of(scratch: Scratch, count: int = READERS) -> list[Reader]:
    """Signed-in accounts of a filled database: workers, then as many mothers."""
    return [
        Reader(each["session"], tuple(each["people"]), family)
        for family, order in ((False, "sign in"), (True, "sign in families"))
        for each in inside.ask(scratch, {"do": order, "readers": count})
    ]


def time_pages(scratch: Scratch, *, requests: int, runs: int, seed: int) -> Timings:
    """Serve the database and ask: a warm-up, then the same mix `runs` times, then each kind alone."""
    readers = readers_of(scratch)
    mixed = mix(readers, requests, seed)
    single = {kind: alone(kind, readers, max(20, requests // 8), seed) for kind in SINGLE}
    with site(scratch) as server:
        for each in single.values():
            server.ask(each[: max(20, int(requests * WARM_UP) // len(SINGLE))])
        found = [server.ask(mixed) for _ in range(runs)]
        apart = [[each for kind in SINGLE for each in server.ask(single[kind])] for _ in range(runs)]
    everything = [each for run in (*found, *apart) for each in run]
    return Timings(
        mixed=timed(found),
        alone=timed(apart),
        errors=sum(1 for each in everything if each[1] != 200),
        asked=len(everything),
        a_second=median([rate(run) for run in found]),
    )


def timed(runs: Sequence[Sequence[Answer]]) -> dict[str, Timed]:
    """Each kind's percentiles: the median over the runs. Answers that failed are not timed."""
    found = {}
    for kind in SINGLE:
        times = [[ms for what, status, ms, _ in run if what == kind and status == 200] for run in runs]
        kept = [each for each in times if each]
        if kept:
            found[kind] = Timed(
                median([percentile(each, 0.5) for each in kept]),
                median([percentile(each, 0.95) for each in kept]),
            )
    return found


def rate(run: Sequence[Answer]) -> float:
    """Answers a second over the run, from the time that all connections together were waiting."""
    waited = sum(ms for _, _, ms, _ in run) / 1000
    return len(run) / (waited / 32) if waited else 0.0


def figures(part: str, timings: Timings) -> list[Figure]:
    """Lines of the report for one database."""
    found = []
    for how, times in (("in the mix", timings.mixed), ("alone", timings.alone)):
        floor = times.get(FLOOR)
        for kind, each in times.items():
            found.append(Figure(part, f"{kind} page, median, {how}", each.p50, "ms"))
            limit = LIMITS.get(kind)
            against = floor.p95 if floor and limit else None
            found.append(
                Figure(
                    part,
                    f"{kind} page, 95th, {how}",
                    each.p95,
                    "ms",
                    against,
                    "sign-in page",
                    limit if against else None,
                )
            )
    found.append(Figure(part, f"errors in {timings.asked} requests", timings.errors, "", limit=0))
    found.append(Figure(part, "pages a second in the mix", timings.a_second, "/s"))
    return found


def growth(part: str, large: Timings, small: Timings) -> list[Figure]:
    """Whether the 95th percentile stays flat as the record grows: in the mix, or alone what is not in it."""
    new, old = large.alone | large.mixed, small.alone | small.mixed
    return [
        Figure(
            part, f"{kind} page, 95th, as it grows", new[kind].p95, "ms", old[kind].p95, "small record", FLAT
        )
        for kind in LIMITS
        if kind in new and kind in old
    ]
