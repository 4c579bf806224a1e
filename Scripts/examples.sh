#!/usr/bin/env bash
# Runs the examples of Documentation/BeyondOneMachine.md, and holds their results against those of one machine.
# Sets up what they need where it is missing: pyspark and chdb from PyPI, a Java runtime. `make examples`
set -euo pipefail
cd "$(dirname "$0")/.."
to=.build/examples

set_up() {
  if [ -f $to/complete ]; then return; fi
  rm -rf $to && mkdir -p $to
  python3 -m venv $to/python
  $to/python/bin/pip --quiet --disable-pip-version-check install pyspark==3.5.3 chdb==4.4.0
  if ! command -v java >/dev/null; then
    local run=""
    if [ "$(id -u)" -ne 0 ]; then run="sudo"; fi
    $run apt-get update -qq
    $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jre-headless
  fi
  touch $to/complete
}

# Comments of a shipped playbook in four files, with a line that is no JSON and half a character escape among them.
make_corpus() {
  mkdir -p $work/corpus
  for part in 1 2 3 4; do
    for copy in 1 2 3 4 5; do
      sed "s/\"id\":\"/&$part.$copy./" playbooks/harbour-coffee/comments.ndjson
    done >$work/corpus/part-$part.ndjson
  done
  printf '%s\n' '{"id":"bad","text":' '{"id":"half","text":"refund \ud83d me"}' >>$work/corpus/part-3.ndjson
}

must_equal() {
  cmp "$1" "$2"
  printf '%-24s %s lines, as on one machine\n' "$3" "$(wc -l <"$1")"
}

in_spark() {
  $to/python/bin/python Examples/Spark/decide.py "$decorum" $work/program.decorum $work/corpus $work/spark 2>$work/spark.log ||
    { cat $work/spark.log >&2; return 1; }
  cat $work/spark/part-* >$work/spark.ndjson
  must_equal $work/spark.ndjson $work/one.ndjson 'Spark, rdd.pipe'
}

query() { $to/python/bin/python Examples/ClickHouse/decide.py "$PWD/Examples/ClickHouse/config.xml" "$@"; }

in_clickhouse() {
  export DECORUM=$decorum DECORUM_PROGRAM=$work/program.decorum DECORUM_SCRIPTS=$PWD/Examples/ClickHouse/scripts/
  export DECORUM_FUNCTIONS=$PWD/Examples/ClickHouse/decorum_function.xml
  # A table has no order: the lines are compared sorted.
  local corpus="file('$work/corpus/*.ndjson', LineAsString, 'comment String')"
  query "SELECT decide(comment) FROM $corpus" LineAsString 2>$work/clickhouse.log | sort >$work/clickhouse.ndjson
  sort $work/one.ndjson >$work/sorted.ndjson
  must_equal $work/clickhouse.ndjson $work/sorted.ndjson 'ClickHouse, decide'

  # ClickHouse's own reader of JSON refuses half a character escape.
  local columns="JSONExtractString(comment, 'id'), JSONExtractString(comment, 'text')"
  query "SELECT category_of($columns) FROM $corpus WHERE isValidJSON(comment)" TSV 2>>$work/clickhouse.log |
    sort >$work/categories
  grep -hvE '"id":"(bad|half)"' $work/corpus/*.ndjson |
    $to/python/bin/python -c '
import json, sys
for line in sys.stdin:
    comment = json.loads(line)
    print(json.dumps({"id": comment["id"], "text": comment["text"]}))' |
    "$decorum" decide $work/program.decorum --ndjson --now 2026-12-02T12:00:00Z --fields category |
    sed 's/{"category":"\(.*\)"}/\1/' | sort >$work/categories.one
  must_equal $work/categories $work/categories.one 'ClickHouse, category_of'
}

set_up
if [ "${1:-}" = --set-up ]; then exit 0; fi
decorum=$(realpath "$1")
work=$PWD/$to/work
rm -rf "$work" && mkdir -p "$work"
make_corpus
"$decorum" build playbooks/harbour-coffee --output $work/built >/dev/null
mv $work/built/*.decorum $work/program.decorum
cat $work/corpus/*.ndjson |
  "$decorum" decide $work/program.decorum --ndjson --fields comment,stance,category,actions --now 2026-12-02T12:00:00Z \
    >$work/one.ndjson 2>/dev/null || [ $? -eq 1 ]
in_spark
in_clickhouse
