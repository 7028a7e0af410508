"""recordlinkage (Python Record Linkage Toolkit): blocked by ZIP code, Jaro-Winkler of both names by jellyfish.

All pairs of a block are an index in memory, so that memory grows with the pairs: for small files.
"""

import json

import recordlinkage
from prepare import job, pairs_in_zip, read

asked = job()
connection = read(asked)
requests, taxpayers = (connection.table(table).df().set_index("record_id") for table in ("requests", "taxpayers"))
read_in = asked.seconds()
index = recordlinkage.Index()
index.block("zip")
candidates = index.index(requests, taxpayers)
compare = recordlinkage.Compare(n_jobs=asked.threads)
for column in ("surname", "given_name"):
    compare.string(column, column, method="jarowinkler", threshold=asked.threshold, label=column)
agreed = compare.compute(candidates, requests, taxpayers)
links = agreed[agreed.sum(axis=1) == 2].index.to_frame(index=False)
linked_in = asked.seconds()
links.columns = ["request_id", "taxpayer_id"]
links.to_csv(asked.links, index=False)
pairs = pairs_in_zip(connection)
print(
    json.dumps(
        {"program": f"recordlinkage {recordlinkage.__version__}", "read": read_in, "linked": linked_in, "pairs": pairs}
    )
)
