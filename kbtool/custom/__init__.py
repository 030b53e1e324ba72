"""Rules without programming: what ``[[rule]]`` tables of a configuration turn into."""

from kbtool.custom.building import KINDS, build_rules, read_tables

__all__ = ["KINDS", "build_rules", "read_tables"]
