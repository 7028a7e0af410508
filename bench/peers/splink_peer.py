"""Splink on DuckDB: blocked by ZIP code; each name agrees from the threshold on, or not.

The weights are given, not trained, and so far apart that exactly the pairs that agree in both names pass: this asks
Splink the question that the others are asked. What it is made for, learning the weights from the data, is not used.

Splink keeps the blocked pairs in memory, some 50 bytes each, unless the work is cut into chunks, as it is here.
"""

import json
import logging

import splink
import splink.comparison_level_library as levels
import splink.comparison_library as comparisons
from prepare import job, pairs_in_zip, read
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

logging.disable(logging.WARNING)
PAIRS_A_CHUNK = 40_000_000
AGREE = {"m_probability": 0.99, "u_probability": 0.01}
DIFFER = {"m_probability": 1e-12, "u_probability": 0.99}

asked = job()
connection = read(asked)
read_in = asked.seconds()


def name(column: str):
    return comparisons.CustomComparison(
        output_column_name=column,
        comparison_levels=[
            levels.NullLevel(column),
            levels.JaroWinklerLevel(column, asked.threshold).configure(**AGREE),
            levels.ElseLevel().configure(**DIFFER),
        ],
    )


database = DuckDBAPI(connection)
settings = SettingsCreator(
    link_type="link_only",
    unique_id_column_name="record_id",
    comparisons=[name("surname"), name("given_name")],
    blocking_rules_to_generate_predictions=[block_on("zip")],
    probability_two_random_records_match=0.5,
    retain_matching_columns=False,
)
tables = [database.register(table) for table in ("requests", "taxpayers")]
pairs = pairs_in_zip(connection)
predictions = Linker(tables, settings).inference.predict(
    threshold_match_weight=0, num_chunks_right=1 + pairs // PAIRS_A_CHUNK
)
linked_in = asked.seconds()
# Either table may stand on the left: requests are told by their ids.
connection.execute(
    f"""copy (
          select if(is_left, record_id_l, record_id_r) as request_id,
                 if(is_left, record_id_r, record_id_l) as taxpayer_id
          from (select *, record_id_l in (select record_id from requests) as is_left
                from {predictions.physical_name})
        ) to '{asked.links}' (header)"""
)
print(json.dumps({"program": f"Splink {splink.__version__}", "read": read_in, "linked": linked_in, "pairs": pairs}))
