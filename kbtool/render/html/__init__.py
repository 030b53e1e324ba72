"""The health of a knowledge base as one HTML page; the only place that imports jinja2."""
