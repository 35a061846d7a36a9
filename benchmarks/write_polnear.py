"""Write PolNeAR's stories as plain text, one file a story, for runs of onrecord over a folder.

    python -m benchmarks.write_polnear --data FOLDER --to FOLDER [--split train] [--dated]

The texts are their publishers': write them outside of anything that is published.
"""

import argparse
from pathlib import Path

from benchmarks.polnear import stories


def main() -> None:
    """Write the files that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with text_SPLIT and attributions_SPLIT")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write to; made where there is none")
    parser.add_argument("--split", default="train", choices=["train", "dev"])
    parser.add_argument("--dated", action="store_true", help="begin each file with ` date YYYY-MM-DD `")
    asked = parser.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    told = stories(asked.data, asked.split)
    for story in told:
        head = f" date {story.date} " if asked.dated else ""
        (asked.to / f"{story.id}.txt").write_text(head + story.text, encoding="utf-8", newline="\n")
    print(f"{len(told)} stories in {asked.to}")


if __name__ == "__main__":
    main()
