"""Findings on their way out: for people (`text`) and for programs (`json`). Pure: values in, text out."""
