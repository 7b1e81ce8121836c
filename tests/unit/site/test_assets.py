"""Our stylesheet and script: one of each, named by what is in it, a community's parts in place of ours."""

from __future__ import annotations

from pathlib import Path

from mingbai.site import assets
from tests.unit.site.entry_point.plugin import THEME


def theme(folder: Path, **parts: str) -> Path:
    (folder / "css").mkdir(parents=True)
    for name, text in parts.items():
        (folder / "css" / f"{name}.css").write_text(text)
    return folder


def test_parts_are_joined_in_order_of_name_and_the_first_folder_wins(tmp_path: Path) -> None:
    own = theme(tmp_path / "own", b="own{}", c="c{}")
    shipped = theme(tmp_path / "shipped", a="a { x: y z; }  /* no */", b="shipped{}")

    name, data = assets.bundle([own, shipped], "css")

    assert data == b"a{x:y z}own{}c{}\n"
    assert name.startswith("assets/mingbai.")


def test_another_content_has_another_name(tmp_path: Path) -> None:
    one, _ = assets.bundle([theme(tmp_path / "1", a="a{}")], "css")
    two, _ = assets.bundle([theme(tmp_path / "2", a="b{}")], "css")

    assert one != two


def test_shrinking_loses_nothing_but_space_and_comments() -> None:
    _, data = assets.bundle([THEME], "css")
    css, source = data.decode(), "".join(p.read_text() for p in sorted((THEME / "css").glob("*.css")))

    assert css.count("{") == css.count("}") == source.count("{")
    assert css.count("url(") == source.count("url(")
    assert "/*" not in css
    assert "@media (min-width:56em){" in css
    assert ":root:not(:has(#scheme-light:checked)){" in css


def test_templates_and_parts_are_not_copied(tmp_path: Path) -> None:
    folder = theme(tmp_path / "own", a="a{}")
    (folder / "main.html").touch()
    (folder / "assets").mkdir()
    (folder / "assets" / "logo.svg").touch()

    assert assets.static_names([folder]) == ["assets/logo.svg"]
