"""How heavy the first view of a page is."""

from __future__ import annotations

import gzip

from playwright.sync_api import Page, Response


def weighed(page: Page, address: str) -> int:
    """Bytes of all that a first look at an address brings, nothing being kept from before.

    Styles and scripts are counted as `kith up` sends them, compressed; the page itself is sent as it is.
    """
    came: list[Response] = []

    def note(answer: Response) -> None:
        came.append(answer)

    page.on("response", note)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    bodies = [(each.url, each.body()) for each in came]
    page.remove_listener("response", note)
    return sum(len(gzip.compress(body, 6) if "/static/" in url else body) for url, body in bodies)
