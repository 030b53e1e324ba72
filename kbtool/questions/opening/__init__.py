"""Bytes of a file to numbered lines: unpacked, decoded, mended."""
