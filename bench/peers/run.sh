#!/bin/sh
# The whole comparison in one go: builds Mismatch, makes the world of 1.15 million taxpayers and 64,000 requests, installs the
# other programs in an environment of their own, and runs them one after the other. Prints the table.
#
#   bench/peers/run.sh [directory to work in, default /tmp/mismatch-peers] [further arguments of compare.py]
#
# recordlinkage would need some 100 GB for the pairs of this world and is left out. Splink takes most of the time: half an
# hour or more on one thread, in chunks of 40 million pairs.
set -eu
peers=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$peers")")
work=${1:-/tmp/mismatch-peers}
[ $# -gt 0 ] && shift
mkdir -p "$work"

(cd "$root" && npm run --silent build)
[ -e "$work/world/SYNTHETIC.txt" ] ||
  node "$root/dist/cli/main.js" generate "$peers/dense-requests.yaml" --zips 0.0045 --out "$work/world"
[ -e "$work/python/bin/ready" ] || {
  python3 -m venv "$work/python"
  "$work/python/bin/pip" install --quiet --requirement "$peers/requirements.txt"
  touch "$work/python/bin/ready"
}
"$work/python/bin/python" "$peers/compare.py" "$work/world" --without recordlinkage "$@"
