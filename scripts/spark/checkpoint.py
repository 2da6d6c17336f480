"""What a factorisation has come to, so that one that was ended goes on from there."""

import json
import os
from pathlib import Path

import numpy as np


def keep(options, **state):
    """Takes the place of what was kept before in one step."""
    file = file_of(options)
    with open(f"{file}.next", "wb") as next_file:
        np.savez(next_file, key=key_of(options), **state)
    os.replace(f"{file}.next", file)


def kept(options):
    """What was kept of the same ratings and options; None where there is nothing."""
    file = file_of(options)
    if not file.exists():
        return None
    with np.load(file) as state:
        if str(state["key"]) != key_of(options):
            return None
        return {name: state[name] for name in ("block", "shift", "done")}


def file_of(options):
    return Path(options["out"]) / "unfinished.npz"


def key_of(options):
    names = ("digest", "dimensions", "oversampling", "powerIterations", "seed")
    return json.dumps([options[name] for name in names])
