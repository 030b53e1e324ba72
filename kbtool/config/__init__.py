"""The configuration: finds, reads and checks it."""

from kbtool.config.converting import convert, find_line
from kbtool.config.layers import Layer
from kbtool.config.project import FILE_NAMES, Project, find_config, load_project
from kbtool.config.tables import Config, FailOn, LintTable, Override, ReportTable, RuleChoice

__all__ = [
    "FILE_NAMES",
    "Config",
    "FailOn",
    "Layer",
    "LintTable",
    "Override",
    "Project",
    "ReportTable",
    "RuleChoice",
    "convert",
    "find_config",
    "find_line",
    "load_project",
]
