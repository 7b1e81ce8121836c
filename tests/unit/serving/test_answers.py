"""What is answered, without a socket: files of the site and nothing else, the panel in every page, hosts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from mingbai.checking import CRASHED
from mingbai.diagnostics import Place
from mingbai.serving import Outcome
from mingbai.serving.answers import Answers, headers
from mingbai.site.headers import POLICY
from mingbai.values.text import Text

if TYPE_CHECKING:
    from tests.unit.serving.conftest import Preview

HERE = "127.0.0.1:8000"
BROKEN = Outcome(findings=(CRASHED.at(Place("ledgers/community.yml"), rule="r", error="e"),))


def status(preview: Preview, path: str, host: str | None = HERE) -> int:
    return preview.answers.answer(path, host).status


@pytest.mark.parametrize("path", ["/", "/?elder=1", "/index.html", "/a/", "/%61/", "/a/index.html?x=/../", "/assets/mingbai.0123456789.css"])
def test_files_of_the_site_are_found(preview: Preview, path: str) -> None:
    assert status(preview, path) == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../secret",
        "/a/../../secret",
        "/%2e%2e/secret",
        "/a/%2e%2e%2f%2e%2e%2fsecret",
        "/..%5csecret",
        "/%00",
        "/%ff",
        "/a//",
        "/./",
        "/a/./",
        "/c:/secret",
        "/.mingbai-site",
        "/private/board.yml",
        "/assets/",
        "/assets",
        "/A/",
        "/data",
        "/\u00e4",
    ],
)
def test_everything_else_is_the_sites_page_for_lost_readers(preview: Preview, path: str) -> None:
    answer = preview.answers.answer(path, HERE)

    assert answer.status == 404
    assert "没有找到" in answer.body.decode()


@pytest.mark.parametrize("path", ["//evil.example/", "http://evil.example/", "*", "", "a/"])
def test_what_is_no_path_is_refused(preview: Preview, path: str) -> None:
    assert status(preview, path) == 400


def test_a_folder_without_its_slash_leads_to_the_one_with_it(preview: Preview) -> None:
    answer = preview.answers.answer("/a?elder=1", HERE)

    assert (answer.status, answer.more) == (302, (("Location", "/a/?elder=1"),))


@pytest.mark.parametrize("host", [HERE, "127.0.0.1", "localhost:9", "LOCALHOST", "[::1]:8000", "127.8.9.1"])
def test_this_computers_own_names_are_answered(preview: Preview, host: str) -> None:
    assert status(preview, "/", host) == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "192.168.1.2",
        "[::2]",
        "a b",
        "",
        "x@127.0.0.1",
        "[",
        "٣",
    ],
)
def test_other_names_are_not(preview: Preview, host: str) -> None:
    assert status(preview, "/", host) == 421
    assert status(preview, "/.mingbai/state", host) == 421


def test_no_host_is_no_request(preview: Preview) -> None:
    assert status(preview, "/", None) == 400


def test_where_neighbours_are_let_in_numbers_and_the_own_name_are_answered(preview: Preview) -> None:
    preview.answers = Answers(preview.shelf, preview.board, hosts=("office", "office.local"), open_=True)

    assert [status(preview, "/", h) for h in ("192.168.1.2:8000", "[fe80::1]", "Office.local", "evil.example")] == [200, 200, 200, 421]


def test_every_page_carries_the_panel_and_no_file_does(preview: Preview) -> None:
    page = preview.answers.answer("/a/", HERE).body.decode()

    assert re.search(r'<script src="/.mingbai/serve.js" defer data-version="[0-9a-f]+-1" data-serial="0"></script></head>', page)
    assert page.endswith("</aside></body></html>")
    with preview.shelf.lent() as (version,):
        assert b"mingbai" not in version.read("a/index.html")
    assert b"serve" not in preview.answers.answer("/assets/mingbai.0123456789.css", HERE).body


def test_the_panel_speaks_the_language_of_the_page(preview: Preview) -> None:
    preview.board.end(BROKEN)

    assert "不能发布：1 处错误" in preview.answers.answer("/a/", HERE).body.decode()
    assert "Cannot be published: 1 error;" in preview.answers.answer("/en/", HERE).body.decode()
    assert "不能发布" in preview.answers.answer("/.mingbai/panel?lang=zh-CN", HERE).body.decode()
    assert "Cannot be" in preview.answers.answer("/.mingbai/panel?lang=en", HERE).body.decode()


def test_before_the_first_site_a_page_says_so(empty: Preview) -> None:
    answer = empty.answers.answer("/finance/", HERE)
    assert (answer.status, answer.type) == (503, "text/html; charset=utf-8")
    assert "正在生成网站" in answer.body.decode()

    empty.board.end(BROKEN)
    page = empty.answers.answer("/finance/", HERE).body.decode()
    assert "还没有网页" in page
    assert BROKEN.findings[0].code.id in page

    empty.board.end(Outcome(trouble=Text("模板有错：<b>", "a template is wrong")))
    assert "模板有错：&lt;b&gt;" in empty.answers.answer("/", HERE).body.decode()


def test_what_an_older_page_still_asks_for_is_there_as_long_as_it_is_named_by_its_content(preview: Preview, page: type[str]) -> None:
    preview.put({"index.html": page("新"), "404.html": page("没有找到"), "assets/mingbai.9876543210.css": ""})

    assert status(preview, "/assets/mingbai.9876543210.css") == 200
    assert status(preview, "/assets/mingbai.0123456789.css") == 200
    assert status(preview, "/a/") == 404  # a page that is gone is gone
    preview.put({"index.html": page("新")})
    assert status(preview, "/assets/mingbai.0123456789.css") == 404


def test_a_site_below_a_path_stands_there(preview: Preview, page: type[str]) -> None:
    preview.put({"index.html": page("村"), "a/index.html": page("甲"), "404.html": page("没有找到")}, "/village/")

    assert preview.answers.answer("/", HERE).more == (("Location", "/village/"),)
    assert [status(preview, p) for p in ("/village/", "/village/a/", "/a/", "/village")] == [200, 200, 404, 404]


def test_the_state_tells_version_and_serial(preview: Preview) -> None:
    def state(seen: str) -> dict[str, object]:
        read = json.loads(preview.answers.answer(f"/.mingbai/state?seen={seen}", HERE).body)
        assert isinstance(read, dict)
        return read

    preview.board.begin()
    first = state("0")
    preview.board.end(Outcome())
    second = state("x")

    assert (first["serial"], first["making"], second["serial"], second["making"]) == (1, True, 2, False)
    assert first["version"] == second["version"]
    assert str(first["version"]).endswith("-1")
    assert (
        Answers(preview.shelf, preview.board).answer("/.mingbai/state?seen=0", HERE).body
        != preview.answers.answer("/.mingbai/state?seen=0", HERE).body
    )


def test_of_its_own_the_preview_has_four_things(preview: Preview) -> None:
    assert [status(preview, f"/.mingbai/{name}") for name in ("serve.js", "serve.css", "panel", "state?seen=9")] == [200] * 4
    assert [status(preview, f"/.mingbai/{name}") for name in ("", "web.py", "../index.html", "serve.js/")] == [404] * 4


def test_types_name_their_encoding_and_nothing_is_kept(preview: Preview) -> None:
    names = {
        "a.csv": "text/csv; charset=utf-8",
        "a.json": "application/json; charset=utf-8",
        "feed.xml": "application/atom+xml; charset=utf-8",
        "a.svg": "image/svg+xml; charset=utf-8",
        "a.ics": "text/calendar; charset=utf-8",
        "_headers": "application/octet-stream",
    }
    preview.put(dict.fromkeys(names, ""))
    for name, type_ in names.items():
        sent = headers(preview.answers.answer(f"/{name}", HERE))
        assert (sent["Content-Type"], sent["Cache-Control"], sent["X-Content-Type-Options"]) == (type_, "no-store", "nosniff")
        assert sent["Content-Security-Policy"].startswith(POLICY)
