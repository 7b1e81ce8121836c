"""The command line: arguments, exit codes, what is printed where. No logic, and nothing slow imported before it is needed."""

from mingbai.cli.app import main

__all__ = ["main"]
