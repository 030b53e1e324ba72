"""What a new process loads and asks for."""

import os
import subprocess
import sys

import pytest

HEAVY = "{'textstat', 'nltk', 'pyphen', 'sklearn', 'scipy', 'numpy'}"

NO_NETWORK = """
import socket
def refuse(*args, **kwargs):
    raise AssertionError("asked for the network")
socket.socket = socket.create_connection = socket.getaddrinfo = refuse
"""


def run(code, tmp_path):
    """What the code prints in a process whose home holds no data of nltk."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "NLTK_DATA": ""},
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


def test_a_grade_loads_no_other_package(tmp_path):
    code = f"""
import sys
from kbtool.readability import count, flesch_kincaid_grade
flesch_kincaid_grade(count([["The", "bootloader's", "idea"]]))
print(sorted({HEAVY} & set(sys.modules)))
"""
    assert run(code, tmp_path) == "[]\n"


@pytest.mark.parametrize("locale", ["en", "de", "sv"])
def test_the_battery_asks_for_no_network_and_loads_no_nltk(locale, tmp_path):
    code = f"""{NO_NETWORK}
import sys
from kbtool.readability import measure
assert measure([["An", "idea", "for", "a", "bootloader"]], "{locale}").scores
print(sorted({HEAVY} & set(sys.modules)))
"""
    assert run(code, tmp_path) == "['pyphen', 'textstat']\n"


def test_a_textstat_that_other_code_loaded_stays_as_it_is(tmp_path):
    code = """
import sys, types
sys.modules["nltk"] = theirs = types.ModuleType("nltk")
import textstat
loaded = {name: id(module) for name, module in sys.modules.items()}
from kbtool.readability import measure
assert measure([["One", "idea", "more"]], "en").scores
print(all(id(sys.modules[name]) == known for name, known in loaded.items()))
print(sys.modules["nltk"] is theirs)
"""
    assert run(code, tmp_path) == "True\nTrue\n"
