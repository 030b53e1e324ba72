"""A run that is killed loses nothing, and the next one completes its work."""

import sys

import pytest
from killing import STORIES, kill_often

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL of POSIX systems")


@pytest.mark.parametrize("name", STORIES)
def test_killed_run_loses_nothing(name, tmp_path):
    assert kill_often(STORIES[name], tmp_path, times=3).in_time > 0
