"""One JSON value a line, whatever its texts hold."""

from __future__ import annotations

import json
from typing import Any

# Line ends for some readers of JSON Lines, though not for JSON.
_LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\x85\u2028\u2029"}


def write_line(value: Any) -> str:
    """JSON of a value with its line end; half characters are escaped, so that it is UTF-8."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
