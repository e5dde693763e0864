"""Relations and events that no rule found and a person added, each with the words of an article that tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.knowledge import EventTelling, Fact, FactTelling, Happening, Quote, RoleFiller, Thing
from kg.record import Record, Time
from kg.resolve.correcting import Correcting
from kg.resolve.corrections import Correction
from kg.resolve.iris import event_iri, fact_iri
from kg.resolve.quotes import Quoter
from kg.schema import label


def added_facts(
    correcting: Correcting, records: Sequence[Record], quoters: Sequence[Quoter], things: Sequence[Thing]
) -> list[Fact]:
    """The relations that corrections call missing. What cannot be added is warned of."""
    out = []
    for c in correcting.corrections.of("relation"):
        if c.values["is"] != "missing":
            continue
        quote = _quote(correcting, c, records, quoters)
        subject = correcting.meant(c, [c.values["subject"]], things)
        object_ = correcting.meant(c, [c.values["object"]], things)
        if not quote or not subject or not object_:
            continue
        title = c.values.get("title")
        telling = FactTelling(quote, 1.0, f"correction: {c.told()}", None)
        uri = fact_iri(correcting.base, c.things[0], subject[0].uri, object_[0].uri, title or "", False)
        out.append(Fact(uri, c.things[0], subject[0].uri, object_[0].uri, title, False, True, (telling,), 1, 1.0))
    return out


def added_events(
    correcting: Correcting,
    records: Sequence[Record],
    quoters: Sequence[Quoter],
    things: Sequence[Thing],
    names: Mapping[str, tuple[str, str]],
) -> list[Happening]:
    """The events that corrections call missing."""
    out = []
    for c in correcting.corrections.of("event"):
        if c.values["is"] != "missing":
            continue
        quote = _quote(correcting, c, records, quoters)
        if not quote:
            continue
        roles = []
        for role, name in sorted(c.values["roles"].items()):
            roles += [(role, t.uri) for t in correcting.meant(c, name if isinstance(name, list) else [name], things)]
        leaf, time = c.things[0], c.values.get("time")
        uri = event_iri(correcting.base, leaf, quote.doc, quote.start)
        shown = [names[u] for _, u in roles if u in names][:3]
        telling = EventTelling(
            doc=quote.doc,
            event=f"added-{quote.start}",
            type=leaf,
            status=c.values.get("status", "actual"),
            quote=quote,
            trigger=(quote.start, quote.end),
            roles=tuple(roles),
            time=Time(str(time), quote.start, quote.end) if time else None,
            count=None,
            content=None,
            confidence=1.0,
            rule=f"correction: {c.told()}",
            said_in=None,
        )
        out.append(
            Happening(
                uri=uri,
                type=leaf,
                status=telling.status,
                date=str(time) if time else None,
                date_inferred=False,
                roles=tuple(RoleFiller(role, thing, 1) for role, thing in sorted(set(roles))),
                count=None,
                tellings=(telling,),
                disagreements=(),
                asserted=True,
                said_in=(),
                sources=1,
                confidence=1.0,
                label_ar=": ".join(filter(None, (label("events", leaf, "ar"), "\u060c ".join(n[0] for n in shown)))),
                label_en=": ".join(filter(None, (label("events", leaf, "en"), ", ".join(n[1] for n in shown)))),
            )
        )
    return out


def _quote(correcting: Correcting, c: Correction, records: Sequence[Record], quoters: Sequence[Quoter]) -> Quote | None:
    """The words that a correction quotes, found in their article."""
    for record, quoter in zip(records, quoters, strict=True):
        if record.doc.id == c.values["doc"]:
            at = record.doc.text.find(c.values["quote"])
            if at >= 0:
                return quoter.quote(at, at + len(c.values["quote"]))
            correcting.warn(c, f"article '{record.doc.id}' has not the words «{c.values['quote']}»; nothing was added")
            return None
    correcting.warn(c, f"there is no article '{c.values['doc']}'; nothing was added")
    return None
