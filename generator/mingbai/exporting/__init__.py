"""Ledgers out, into the programs of others: one neutral journal, and a writer for each program that proves it anew; tables in common forms.

Every balance that we compute is asserted in the journal, month by month, by account and by fund; hledger and beancount add the
lines up by themselves and refuse a journal in which one of them is a fen off. Only what may be published is written.
"""

from mingbai.exporting import beancount, hledger
from mingbai.exporting.journal import journal
from mingbai.exporting.parts import Journal

WRITERS = {"hledger": hledger.write, "beancount": beancount.write}
"""Format → the text of a journal in it."""

__all__ = ["WRITERS", "Journal", "journal"]
