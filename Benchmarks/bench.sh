#!/usr/bin/env bash
# Measures Decorum beside its peers, and writes RESULTS.md. Options are those of `python -m comparison --help`:
#
#   Benchmarks/bench.sh --sizes SM --peers datalogic,clips --rounds 3
#
# Installs what is missing: Hyperscan and a C compiler for the ceiling, the peers into a virtual environment. What it
# makes stays in Benchmarks/.build; the peers' scripts are run from ../shared/bench, beside the checkout.
set -euo pipefail
cd "$(dirname "$0")"

shared=${SHARED_BENCH:-$(cd ../.. && pwd)/shared/bench}
if [ ! -f "$shared/run.py" ]; then
  echo "bench.sh: there are no scripts of the peers in $shared; say where they are with SHARED_BENCH=FOLDER" >&2
  exit 2
fi

./setup.sh "$shared"
swift build -c release --product Measure >&2
make -C .. build >&2
.build/venv/bin/python -m unittest -q
# Processor's time is measured, but whoever shares the machine disturbs its caches: run this alone.
exec .build/venv/bin/python -m comparison --shared "$shared" --results RESULTS.md "$@"
