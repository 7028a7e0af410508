"""The exported files as DuckDB tables `requests` and `taxpayers`: record_id, zip and both names in comparable form.

Comparable form is that of src/text/normalise.ts: capitals without accents, apostrophes and periods, all else that is
no letter or digit one space. Rows without a name or ZIP code agree with nobody and are left out.
"""

import sys
import time
from dataclasses import dataclass, field

import duckdb

# Letters that are no others with an accent.
LETTERS = dict(zip("ÆŒØĐÐÞŁĦŦŊƏẞß", "AE OE O D D TH L H T N E SS SS".split()))


def comparable(column: str) -> str:
    form = f"upper(strip_accents({column}))"
    for letter, latin in LETTERS.items():
        form = f"replace({form}, '{letter}', '{latin}')"
    form = f"regexp_replace({form}, '[''’‘ʼʻʾʿ`´.]', '', 'g')"
    return f"trim(regexp_replace({form}, '[^A-Z0-9]+', ' ', 'g'))"


@dataclass
class Job:
    """What is asked for on the command line, and the time since."""

    requests: str
    taxpayers: str
    links: str
    threshold: float
    threads: int
    started: float = field(default_factory=time.perf_counter)

    def seconds(self) -> float:
        return round(time.perf_counter() - self.started, 1)


def job() -> Job:
    if len(sys.argv) != 6:
        sys.exit(f"usage: python {sys.argv[0]} <requests> <taxpayers> <links> <threshold> <threads>")
    requests, taxpayers, links, threshold, threads = sys.argv[1:]
    return Job(requests, taxpayers, links, float(threshold), int(threads))


def read(asked: Job) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:", config={"threads": asked.threads})
    for table, path in (("requests", asked.requests), ("taxpayers", asked.taxpayers)):
        connection.execute(
            f"""create table {table} as
                select * from (
                  select record_id, zip, {comparable("given_name")} as given_name, {comparable("surname")} as surname
                  from read_csv(?, header = true, all_varchar = true)
                ) where zip <> '' and given_name <> '' and surname <> ''""",
            [path],
        )
    return connection


def pairs_in_zip(connection: duckdb.DuckDBPyConnection) -> int:
    """How many pairs of records are in the same ZIP area."""
    counted = "select zip, count(*) as people from {} group by zip"
    return connection.execute(
        f"""select sum(r.people * t.people)::bigint
            from ({counted.format("requests")}) r join ({counted.format("taxpayers")}) t using (zip)"""
    ).fetchall()[0][0]
