"""``python -m kbtool``, and the program ``kbtool``."""

import os
import sys


def main() -> None:
    """Run kbtool and end the process at once where nothing is left to be done.

    Taking all modules apart takes Python a sixth of a run over one article.
    """
    from kbtool.cli import run  # noqa: PLC0415 - worker processes load this module, not click

    code = run()
    if "concurrent.futures" in sys.modules or sys.stderr.closed:
        sys.exit(code)  # workers may have to be told
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
