"""Chromium without a window, where there is one."""

import os
import shutil
from contextlib import contextmanager

import pytest

NOTICE = "tests of the page in a browser are left out: "


def find_browser():
    """Path of Chromium: what KBTOOL_CHROMIUM names, else the command; None without one."""
    return os.environ.get("KBTOOL_CHROMIUM") or shutil.which("chromium")


@contextmanager
def start_browser():
    """A browser for a whole run; skips the test that asks where it cannot be had."""
    api = pytest.importorskip("playwright.sync_api", reason=f"{NOTICE}no playwright")
    path = find_browser()
    if path is None:
        pytest.skip(f"{NOTICE}no chromium on the path, and KBTOOL_CHROMIUM names none")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class Opened:
    """A page in the browser, with what it asked for and complained of."""

    def __init__(self, page):
        self.page = page
        self.requests = []
        self.complaints = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.complaints.append("dialog"), dialog.dismiss()))


def open_page(browser, path, *, width=1280, scheme="light", script=True):
    """The page of a file, as a reader with a screen of this width sees it."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=script,
        reduced_motion="reduce",
    )
    opened = Opened(context.new_page())
    opened.page.goto(path.as_uri())
    return opened
