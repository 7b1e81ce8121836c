"""Why a site was not published; each says it in both languages."""

from __future__ import annotations

from pathlib import Path

from mingbai.values.text import Text


class PublishError(Exception):
    """Nothing was changed; `text` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(f"{text.zh} / {text.en}")
        self.text = text


class LockedError(PublishError):
    """Another build is writing the same site."""

    def __init__(self, target: Path) -> None:
        super().__init__(Text(f"另一个生成正在写 {target}，请等它结束再试。", f"another build is writing {target}; try again when it has finished."))


class ForeignError(PublishError):
    """The target holds something that is not a site of ours and would be lost."""

    def __init__(self, target: Path) -> None:
        super().__init__(
            Text(
                f"{target} 里有不是明白账生成的文件，不会覆盖。请换一个 --site-dir，或先把它移走。",
                f"{target} holds files that are not a site of Mingbai's and is left alone; choose another --site-dir or move it away.",
            )
        )


class UnconfirmedError(PublishError):
    """The new site stands; whether it would survive a power cut right now is not known."""

    def __init__(self, target: Path, cause: OSError) -> None:
        super().__init__(
            Text(
                f"{target} 已是新网站，但磁盘没有确认写入（{cause}）；再运行一次即可。",
                f"{target} is the new site, but the disk has not confirmed it ({cause}); run again.",
            )
        )
