#!/usr/bin/env bash
# Measures `decorum check` on policies of 10, 40 and 200 categories (with 250, 1,000 and 20,000 terms): everything that is
# found and proved, the whole command from its start to its end, and how it grows.
set -euo pipefail
cd "$(dirname "$0")"

rounds=${1:-5}
decorum=../.build/release/decorum
work=.build/checking
mkdir -p "$work"

median() { sort -n | sed -n "$((rounds / 2 + 1))p"; }

echo '| categories | terms | wall, ms | processor, ms | times the one before |'
echo '| ---: | ---: | ---: | ---: | ---: |'
before=
for size in '10 250' '40 1000' '200 20000'; do
  read -r categories terms <<< "$size"
  node large-policy.mjs "$categories" "$terms" "$work/playbook.yaml"
  for _ in $(seq "$rounds"); do
    TIMEFORMAT='%R %U %S'
    { time "$decorum" check "$work/playbook.yaml" > "$work/said"; } 2>&1
  done | awk '{ print int(1000 * $1), int(1000 * ($2 + $3)) }' > "$work/times"
  wall=$(cut -d' ' -f1 "$work/times" | median)
  processor=$(cut -d' ' -f2 "$work/times" | median)
  growth=$([ -z "$before" ] || awk "BEGIN { printf \"%.1f\", $processor / $before }")
  echo "| $categories | $terms | $wall | $processor | $growth |"
  before=$processor
done
