"""Where templates are found."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def template_dirs(root: Path) -> tuple[Path, ...]:
    """The folders templates are looked up in: the community's own `site_templates/` first, then the shipped ones."""
    own, shipped = root.resolve() / "site_templates", shipped_templates()
    return (own, shipped) if own.is_dir() and own != shipped else (shipped,)


def shipped_templates() -> Path:
    """The templates that come with this version: beside the package in a wheel, at the top of the repository else.

    Looked up by file and not by importlib.resources, which knows nothing of them in an editable install. The
    repository goes first: hatchling leaves a stale copy in site-packages after an editable install.
    """
    beside = _PACKAGE.parents[1] / "site_templates"
    return beside if _PACKAGE.parent.name == "generator" and beside.is_dir() else _PACKAGE / "_templates"
