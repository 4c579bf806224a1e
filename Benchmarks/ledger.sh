#!/usr/bin/env bash
# Measures the ledger: recorded decisions a second on SQLite and PostgreSQL, beside single inserts by pgbench on the same
# server, and the query behind `decorum author` in a log of EVENTS (10000000) events.
set -euo pipefail
cd "$(dirname "$0")/.."
export SWIFT_BACKTRACE=enable=no DECORUM_WITHOUT_PLUGIN=1 DECORUM_BENCH=ledger DECORUM_BENCH_EVENTS="${EVENTS:-10000000}"
swift build -c release -Xswiftc -enable-testing --build-tests 2>&1 | tail -1
swift test -c release -Xswiftc -enable-testing --skip-build --filter LedgerBenchmarks 2>&1 |
  grep -E "recorded|author:|made|tps|latency|error|failed"
