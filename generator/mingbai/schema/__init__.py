"""What a record is: its base class, how a field is declared once, how nodes become records, how a record is described."""

from mingbai.schema.parse import parse
from mingbai.schema.record import AT, FILE_SHIFT, Extra, Privacy, Record, label, untyped

__all__ = ["AT", "FILE_SHIFT", "Extra", "Privacy", "Record", "label", "parse", "untyped"]
