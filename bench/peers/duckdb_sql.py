"""DuckDB: one join by ZIP code, Jaro-Winkler of both names in its condition."""

import json

import duckdb
from prepare import job, pairs_in_zip, read

asked = job()
connection = read(asked)
read_in = asked.seconds()
connection.execute(
    """create table links as
       select r.record_id as request_id, t.record_id as taxpayer_id
       from requests r join taxpayers t
         on r.zip = t.zip
        and jaro_winkler_similarity(r.surname, t.surname) >= $threshold
        and jaro_winkler_similarity(r.given_name, t.given_name) >= $threshold""",
    {"threshold": asked.threshold},
)
linked_in = asked.seconds()
connection.execute(f"copy links to '{asked.links}' (header)")
pairs = pairs_in_zip(connection)
print(json.dumps({"program": f"DuckDB {duckdb.__version__}", "read": read_in, "linked": linked_in, "pairs": pairs}))
