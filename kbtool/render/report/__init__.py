"""The report in every format but HTML; each module has a ``render`` of its own."""
