"""camel-tools' neural recognizer as a backend: a BERT fine-tuned on ANERcorp, where torch and the model are installed.

The folder of the model may be named by the environment variable ``KG_CAMEL_NER`` (any BERT for token classification with
the labels of ANERcorp); without it the one that ``camel_data -i ner-arabert`` installs is taken.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from kg.extract.names.tags import TYPES, TokenSpan
from kg.text.document import Document

MODEL_VARIABLE = "KG_CAMEL_NER"
# The recognizer gives no probabilities; this is its published precision on ANERcorp.
CONFIDENCE = 0.83
_CLASSES = {"PERS": TYPES[0], "PER": TYPES[0], "ORG": TYPES[1], "LOC": TYPES[2], "MISC": TYPES[3]}
_PACKAGES = "pip install torch transformers"
_MODEL = "camel_data -i ner-arabert"


@lru_cache(maxsize=1)
def _recognizer(folder: str) -> Any:
    """Raises ``RuntimeError`` that says what is missing and the command that installs it."""
    try:
        from camel_tools.ner import NERecognizer
    except ModuleNotFoundError as error:
        raise RuntimeError(f"the camel backend needs {error.name}; install it with: {_PACKAGES}") from error
    except Exception as error:  # importing it reads a catalogue of data sets, which may be absent or unreachable
        raise RuntimeError(
            f"camel-tools cannot be loaded ({error}); its catalogue and model are installed with: {_MODEL}"
        ) from error
    try:
        return NERecognizer(folder, use_gpu=False) if folder else NERecognizer.pretrained(use_gpu=False)
    except Exception as error:  # transformers and camel-tools raise what they like for a model that is not there
        where = f"in {folder} (from {MODEL_VARIABLE})" if folder else "of camel-tools"
        raise RuntimeError(f"the recognizer {where} cannot be loaded ({error}); install it with: {_MODEL}") from error


def propose(doc: Document) -> tuple[list[TokenSpan], list[float]]:
    """The names that camel-tools sees in ``doc``; it says nothing of the chance of other words."""
    recognizer = _recognizer(os.environ.get(MODEL_VARIABLE, ""))
    sentences = [[t.text for t in doc.tokens[s.first : s.last]] for s in doc.sentences]
    found: list[TokenSpan] = []
    for sentence, labels in zip(doc.sentences, recognizer.predict(sentences), strict=True):
        found += spans_of(labels, sentence.first)
    return found, []


def spans_of(labels: Sequence[str], offset: int) -> list[TokenSpan]:
    """Spans of tokens from ANERcorp's BIO labels of one sentence."""
    found: list[TokenSpan] = []
    for i, label in enumerate(labels):
        kind = _CLASSES.get(label[2:], "")
        if not kind:
            continue
        before = found[-1] if found else None
        if label.startswith("I-") and before and before.last == i + offset and before.type == kind:
            found[-1] = before._replace(last=i + offset + 1)
        else:
            found.append(TokenSpan(i + offset, i + offset + 1, kind, CONFIDENCE))
    return found
