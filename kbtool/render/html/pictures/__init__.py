"""Where the marks of each picture stand: per cent across and pixels down, so text never scales."""
