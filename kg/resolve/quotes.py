"""Evidence: from a span of an article to a quotation with the sentence around it."""

from __future__ import annotations

import bisect

from kg.knowledge import Quote
from kg.record import Record
from kg.text.document import sentence_bounds


class Quoter:
    """Makes the quotes of one article. The sentences are found once, when the first quote is asked for."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._bounds: list[tuple[int, int]] | None = None
        self._starts: list[int] = []

    def quote(self, start: int, end: int) -> Quote:
        """The words ``start:end`` with their sentence; a span over several sentences is quoted with all of them."""
        if self._bounds is None:
            self._bounds = sentence_bounds(self._record.doc.text, self._record.skip)
            self._starts = [s for s, _ in self._bounds]
        first = max(bisect.bisect_right(self._starts, start) - 1, 0)
        last = max(bisect.bisect_left(self._starts, end) - 1, first)
        sentence_start, sentence_end = start, end
        if self._bounds and self._bounds[first][0] <= start:
            sentence_start = self._bounds[first][0]
            sentence_end = max(self._bounds[last][1], end)
        return Quote(self._record.doc.id, start, end, sentence_start, sentence_end)
