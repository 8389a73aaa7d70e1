"""Dumps of papers in any of their formats -> papers and the account of every record."""

from survey.dumps.reading import Dump, Reading, Skipped, read_dumps
from survey.dumps.registry import format_names, register

__all__ = ["Dump", "Reading", "Skipped", "format_names", "read_dumps", "register"]
