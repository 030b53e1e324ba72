"""The [gaps] table of kbtool.toml."""

import subprocess
import sys

import msgspec
import pytest

from kbtool.matching.options import GapOptions


def test_a_table_of_the_configuration_becomes_options():
    table = {"min-askers": 5, "threshold": 0.6, "group-distance": 0.5}
    assert msgspec.convert(table, GapOptions) == GapOptions(5, 0.6, 0.5)


@pytest.mark.parametrize(
    "table",
    [
        {"min-askers": 0},
        {"threshold": 1.5},
        {"group-distance": 0},
        {"min_askers": 3},
        {"learn": "yes"},
    ],
)
def test_values_out_of_bounds_and_unknown_keys_are_refused(table):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(table, GapOptions)


def test_every_option_is_described_for_the_schema():
    schema = msgspec.json.schema(GapOptions)["$defs"]["GapOptions"]["properties"]
    assert all("description" in str(option) for option in schema.values())


def test_options_load_without_arrays():
    code = "import sys, kbtool.matching.options; print('numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
