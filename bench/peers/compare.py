"""Every program on the same exported files, side by side: time, peak memory, and the pairs found.

    python compare.py <directory of mismatch generate> [--threshold 0.92] [--threads 1] [--without recordlinkage]

Each runs in a process of its own, one after the other. Pairs are held against those of DuckDB.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
MAIN = HERE.parent.parent / "dist" / "cli" / "main.js"
PEERS = {"duckdb": "duckdb_sql.py", "splink": "splink_peer.py", "recordlinkage": "recordlinkage_peer.py"}


def run(command: list[str]) -> tuple[str, float, int]:
    """What a command printed, its wall seconds, and its peak memory in MB."""
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as printed:
        process = subprocess.Popen(command, stdout=printed, stderr=subprocess.PIPE)
        errors = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{' '.join(command)}\n{errors}")
        printed.seek(0)
        return printed.read(), time.perf_counter() - started, usage.ru_maxrss // 1024


def pairs_in(path: Path) -> set[tuple[str, str]]:
    with open(path, newline="") as file:
        return {(row["request_id"], row["taxpayer_id"]) for row in csv.DictReader(file)}


def mismatch(files: list[str], links: Path, threshold: str, threads: str) -> dict:
    options = ["--matcher", "jaro-winkler", "--place", "zip", "--threshold", threshold, "--rule", "all"]
    options += ["--workers", threads]
    printed, wall, memory = run(
        ["node", str(MAIN), "match", *files, *options, "--out", str(links), "--force", "--quiet", "--json"]
    )
    done = json.loads(printed)
    return {"program": done["tool"], "pairs": done["pairs"]["compared"], "wall": wall, "memory": memory}


def peer(name: str, files: list[str], links: Path, threshold: str, threads: str) -> dict:
    printed, wall, memory = run([sys.executable, str(HERE / PEERS[name]), *files, str(links), threshold, threads])
    return {**json.loads(printed.splitlines()[-1]), "wall": wall, "memory": memory}


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("directory", type=Path)
    arguments.add_argument("--threshold", default="0.92")
    arguments.add_argument("--threads", default="1")
    arguments.add_argument("--without", action="append", default=[], choices=PEERS)
    asked = arguments.parse_args()
    files = [str(asked.directory / name) for name in ("requests.csv", "taxpayers.csv")]
    with tempfile.TemporaryDirectory() as folder:
        links = {name: Path(folder) / f"{name}.csv" for name in ("mismatch", *PEERS)}
        results = {"mismatch": mismatch(files, links["mismatch"], asked.threshold, asked.threads)}
        for name in PEERS:
            if name not in asked.without:
                results[name] = peer(name, files, links[name], asked.threshold, asked.threads)
        found = {name: pairs_in(links[name]) for name in results}
    reference = found.get("duckdb", found["mismatch"])
    print("| program | pairs in a ZIP area | seconds in all | peak MB | pairs found | not in DuckDB's | of DuckDB's missing |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name, result in results.items():
        pairs = found[name]
        cells = [
            result["program"],
            f"{result['pairs']:,}",
            f"{result['wall']:.1f}",
            f"{result['memory']:,}",
            f"{len(pairs):,}",
            f"{len(pairs - reference):,}",
            f"{len(reference - pairs):,}",
        ]
        print(f"| {' | '.join(cells)} |")


main()
