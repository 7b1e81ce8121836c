"""The only Jinja: drafts become pages, datasets become bytes.

`Renderer` turns a `Draft` into a finished `Page`; `csv_bytes` and `json_bytes` write a `Dataset`, `small_json` what a script reads.
A community's own templates stand before the shipped ones and replace them by file name.
"""

from mingbai.rendering.datasets import csv_bytes, json_bytes, small_json
from mingbai.rendering.renderer import Renderer, TemplateFaultError
from mingbai.rendering.templates import template_dirs

__all__ = ["Renderer", "TemplateFaultError", "csv_bytes", "json_bytes", "small_json", "template_dirs"]
