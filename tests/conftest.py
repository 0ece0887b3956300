"""Settings that must stand before the flow engine is imported, for every test."""

import os

os.environ.setdefault("PREFECT_LOGGING_LEVEL", "CRITICAL")
