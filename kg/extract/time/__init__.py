"""Time expressions of Arabic news -> EDTF, by a grammar that stands as data in ``kg/lang/ar/time_*.yaml``."""

from kg.extract.time.expression import NO_TIME, resolve_expression
from kg.extract.time.find import find_times

__all__ = ["NO_TIME", "find_times", "resolve_expression"]
