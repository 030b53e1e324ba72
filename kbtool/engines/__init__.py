"""Where heavy work is done: in this process, in several, or on a cluster.

An engine takes chunks of bytes through a task and gives the results back in their order, so that
it can change nothing about them: a task named ``module:function`` is a function of shared bytes
(an index, settings) that returns a function from a chunk to its result.
"""

from kbtool.engines.engine import Engine, Task, run_here
from kbtool.engines.opening import NAMES, open_engine

__all__ = ["NAMES", "Engine", "Task", "open_engine", "run_here"]
