"""Writing a trained network as the file that kg.extract.names.network reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from kg.train.network import HIDDEN, WIDTHS, Network

SHIPPED = ("kg", "aner")  # the heads that inference uses


def arrays(net: Network, words: Sequence[str], clitic: np.ndarray) -> dict[str, np.ndarray]:
    """Weights as float16 (what is multiplied with the state once a word stays exact enough), vectors as int8."""
    state = {n: p.detach().numpy() for n, p in net.state_dict().items()}
    vectors = state["vectors.weight"]
    scale = np.maximum(np.abs(vectors).max(0), 1e-6) / 127
    found: dict[str, np.ndarray] = {
        "words": np.frombuffer("\n".join(words).encode("utf-8"), np.uint8),
        "vectors": np.round(vectors / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "clitic": clitic.astype(np.float32),
        "adapt": state["adapt.weight"].T,
        "adapt_bias": state["adapt.bias"],
        "letters": state["letters.weight"],
        "marked": state["marked.weight"].T,
        "marked_bias": state["marked.bias"],
    }
    for i, k in enumerate(WIDTHS):
        weights = state[f"filters.{i}.weight"]  # out × in × k
        found[f"filter{k}"] = weights.transpose(2, 1, 0).reshape(-1, weights.shape[0])
        found[f"filter{k}_bias"] = state[f"filters.{i}.bias"]
    enter, bias, recur = [], [], []
    for direction in ("", "_reverse"):
        enter.append(_gates(state[f"reader.weight_ih_l0{direction}"]))
        recur.append(_gates(state[f"reader.weight_hh_l0{direction}"]))
        both = state[f"reader.bias_ih_l0{direction}"] + state[f"reader.bias_hh_l0{direction}"]
        bias.append(_gates(both[:, None])[0])
    found["enter"], found["enter_bias"] = np.concatenate(enter, 1), np.concatenate(bias)
    found["recur"] = np.stack(recur)
    for s in SHIPPED:
        found[f"{s}_head"], found[f"{s}_bias"] = state[f"heads.{s}.weight"].T, state[f"heads.{s}.bias"]
        for part in ("step", "start", "stop"):
            found[f"{s}_{part}"] = state[f"chains.{s}.{part}"]
    kept = ("words", "vectors", "scale", "clitic")
    return {n: a if n in kept else a.astype(np.float16) for n, a in found.items()}


def _gates(weights: np.ndarray) -> np.ndarray:
    """torch's order input, forget, cell, output -> input, forget, output (halved, see the reader), cell; transposed."""
    i, f, g, o = (weights[k * HIDDEN : (k + 1) * HIDDEN] for k in range(4))
    return np.concatenate([i / 2, f / 2, o / 2, g]).T


def write(net: Network, words: Sequence[str], clitic: np.ndarray, path: Path) -> None:
    """Writes the model file: the same bytes for the same weights."""
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, array in sorted(arrays(net, words, clitic).items()):
            held = BytesIO()
            np.lib.format.write_array(held, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(
                zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), held.getvalue(), zipfile.ZIP_DEFLATED, 6
            )
