"""A browser window on the served site that notes everything a reader should never see."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request, Response


class Visit:
    """One window; `page` is Playwright's. `troubles` fills with foreign requests, failed ones, console errors and dialogs."""

    def __init__(self, context: BrowserContext, home: str) -> None:
        self.home = home
        self.context = context
        self.troubles: list[str] = []
        self.page: Page = context.new_page()
        self.watch(self.page)

    def watch(self, page: Page) -> None:
        """Listen to a page of this window."""
        page.on("request", self._request)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._note(f"script error: {error}"))
        page.on("dialog", self._dialog)
        page.on("response", self._response)
        page.on("requestfailed", self._failed)

    def go(self, address: str) -> Page:
        """Open a page of the site."""
        self.page.goto(self.home + address, wait_until="load")
        return self.page

    @property
    def address(self) -> str:
        """Where the window is, from the site's root, with the anchor."""
        return self.page.url.removeprefix(self.home)

    def measure(self, script: str) -> Any:
        """The value of a JavaScript expression on the page."""
        return self.page.evaluate(script)

    def _note(self, trouble: str) -> None:
        self.troubles.append(f"{self.address}: {trouble}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:")):
            self._note(f"asks another host: {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._note(f"console {message.type}: {message.text}")

    def _dialog(self, dialog: Dialog) -> None:
        self._note(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self._note(f"{response.status}: {response.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the window went on to another page
            self._note(f"failed: {request.url} {request.failure}")
