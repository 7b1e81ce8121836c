"""Text said in two languages at its one place of declaration."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from mingbai.values.counted import filled

Lang = Literal["zh", "en"]


class Text(NamedTuple):
    """The same sentence in Chinese and in English; `{name}` stands for a value filled in later."""

    zh: str
    en: str

    def say(self, lang: Lang, /, **values: Any) -> str:
        """The sentence in `lang` with its values filled in; values are said in `lang` too where they are `Text`, and counted in English (`{n:day|days}`)."""
        if not values:
            return self.zh if lang == "zh" else self.en
        told = {k: spoken(v, lang) for k, v in values.items()}
        return self.zh.format_map(told) if lang == "zh" else filled(self.en, told)


def spoken(value: Any, lang: Lang) -> str:
    """A value as it is printed inside a sentence: `Text` in its language, lists joined as that language does."""
    if isinstance(value, Text):
        return value.zh if lang == "zh" else value.en
    if type(value) in (tuple, list):
        return ("、" if lang == "zh" else ", ").join(spoken(v, lang) for v in value)
    return str(value)
