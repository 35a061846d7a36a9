"""How far two people agree who mark the same story, by the measures that readers are judged by: what a reader can be held to.

python -m benchmarks.agreement --data FOLDER

Over the stories of PolNeAR's train and dev that several people annotated, each of them in turn is taken for right and each of the
others for a reader.
"""

import argparse
from itertools import permutations
from pathlib import Path

from benchmarks.attribution import measures
from benchmarks.polnear import annotated_by_several
from benchmarks.scoring import intervals, score, total

SPLITS = ("train", "dev")


def main() -> None:
    """Print all measures of every two people together."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with text_SPLIT and attributions_SPLIT")
    parser.add_argument("--samples", type=int, default=1000, help="draws for the 95 %% bootstrap intervals; 0 for none")
    asked = parser.parse_args()
    told = [story for split in SPLITS for story in annotated_by_several(asked.data, split)]
    by_story = [total(score(text, one, other) for one, other in permutations(people, 2)) for text, people in told]
    print(f"PolNeAR {' and '.join(SPLITS)}, {len(told)} stories that several people annotated, every two of them\n")
    print("\n".join(measures(total(by_story), intervals(by_story, samples=asked.samples) if asked.samples else {})))


if __name__ == "__main__":
    main()
