"""Keeping the ledgers' own files: the canonical form (`fmt`), the month that is closed and locked (`close`), a look at one entry (`doctor`)."""

from mingbai.keeping.close import Closed, Given, close
from mingbai.keeping.doctor import Examined, Tie, examine
from mingbai.keeping.tidy import Tidied, tidy

__all__ = ["Closed", "Examined", "Given", "Tidied", "Tie", "close", "examine", "tidy"]
