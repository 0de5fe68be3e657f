"""The public's pages on a slow phone: how long until the words stand there, in a browser held back as such a phone is.

The browser is no part of Kith: where `KITH_CHROMIUM` names none, or the library that drives it is not installed (it
comes with what tests need), the report says so and measures nothing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kith.bench.figures import Figure, median
from kith.bench.scratch import copy, remove
from kith.bench.serving import HOST, site

Say = Callable[[str], None]
# What Chrome's own measuring of pages takes for a slow mobile net: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.
SLOW_NET: dict[str, Any] = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6 * 1024 * 1024 / 8,
    "uploadThroughput": 750 * 1024 / 8,
}
SLOWER = 4
"""How many times slower than this machine a cheap phone works."""
LIMIT = 1000.0
PAGES = (
    "/public/",
    "/public/figures/",
    "/public/law/",
    "/help/thresholds/",
    "/directory/",
    "/offers/",
    "/offers/kinship/",
)
FIRST_VIEW = """new Promise(done => {
  const told = () => performance.getEntriesByName("first-contentful-paint")[0];
  if (told()) return done(told().startTime);
  new PerformanceObserver(() => told() && done(told().startTime)).observe({type: "paint", buffered: true});
})"""


def time_phone(data: Path, *, runs: int, say: Say) -> list[Figure]:
    """Milliseconds until the first view of each page: the median over the runs, nothing being kept between them."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        say("the public's pages on a slow phone: not measured, for playwright is not installed")
        return []
    browser_at = os.environ.get("KITH_CHROMIUM") or shutil.which("chromium")
    if not browser_at:
        say("the public's pages on a slow phone: not measured, for KITH_CHROMIUM names no browser")
        return []
    say("the public's pages on a slow phone")
    scratch = copy(data, "kith_bench_phone")
    try:
        with site(scratch) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=browser_at, args=["--no-sandbox", "--disable-gpu"]
            )
            found = [
                Figure(
                    "slow phone",
                    f"{path} first view",
                    _median(browser, server.port, path, runs),
                    "ms",
                    limit=LIMIT,
                )
                for path in PAGES
            ]
            browser.close()
            return found
    finally:
        remove(scratch)


def _median(browser: Any, port: int, path: str, runs: int) -> float:
    return median([_first_view(browser, f"http://{HOST}:{port}{path}") for _ in range(runs)])


def _first_view(browser: Any, address: str) -> float:
    context = browser.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=True)
    took = first_view(context.new_page(), address)
    context.close()
    return took


def first_view(page: Any, address: str) -> float:
    """Milliseconds until the words of a page stand on a slow phone's screen."""
    told = page.context.new_cdp_session(page)
    told.send("Network.enable")
    told.send("Network.emulateNetworkConditions", SLOW_NET)
    told.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address)
    took = float(page.evaluate(FIRST_VIEW))
    told.detach()
    return took
