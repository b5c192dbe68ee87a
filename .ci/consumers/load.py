"""Loads every published dataset with Hugging Face `datasets`, row for row as its files say."""

import json
import pathlib
import sys

from datasets import disable_caching, get_dataset_config_names, load_dataset

disable_caching()
versions = sorted(path.parent for path in pathlib.Path(sys.argv[1]).glob("*/*/README.md"))
rows = wrong = 0
for folder in versions:
    for config in get_dataset_config_names(str(folder)):
        for split, loaded in load_dataset(str(folder), config, cache_dir=sys.argv[2]).items():
            lines = (folder / config / f"{split}.jsonl").read_bytes().split(b"\n")[:-1]
            written = [json.loads(line) for line in lines]
            rows += len(written)
            for ours, theirs in zip(written, loaded, strict=True):
                missing = set(ours) ^ set(theirs)
                if missing or any(ours[key] != theirs[key] for key in ours):
                    wrong += 1
                    if wrong <= 3:
                        print(f"{folder.parent.name}/{config}/{split}: {missing or [k for k in ours if ours[k] != theirs[k]]}")
print(f"datasets: {len(versions)} versions, {rows} rows, {wrong} differ from what was written")
sys.exit(1 if wrong or not rows else 0)
