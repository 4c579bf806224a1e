#!/usr/bin/env bash
# Measures `decorum build` on a playbook of 200 categories (or 40, 80, 120 or 160, as the argument says): the
# whole command, from its start to its end, and the size of what it writes.
set -euo pipefail
cd "$(dirname "$0")"

count=${1:-200}
rounds=11
decorum=../.build/release/decorum
work=.build/documents
mkdir -p "$work"
node large-playbook.mjs "$count" "$work/playbook.yaml"

median() { sort -n | sed -n "$((rounds / 2 + 1))p"; }

# Wall time and the processor's, in milliseconds, each round into an empty folder.
measure() {
  for _ in $(seq $rounds); do
    rm -rf "$work/built"
    TIMEFORMAT='%R %U %S'
    { time "$decorum" build "$work/playbook.yaml" --output "$work/built" "$@" > "$work/said"; } 2>&1
  done | awk '{ print int(1000 * $1), int(1000 * ($2 + $3)) }' > "$work/times"
  wall=$(cut -d' ' -f1 "$work/times" | median)
  processor=$(cut -d' ' -f2 "$work/times" | median)
}

echo "| $count categories | wall, ms | processor, ms |"
echo '| --- | --- | --- |'
measure
echo "| everything | $wall | $processor |"
for part in html markdown program; do
  measure --only $part
  echo "| \`--only $part\` | $wall | $processor |"
done
measure
echo
for file in "$work"/built/large*; do
  echo "- $(basename "$file"): $(stat -c %s "$file") bytes"
done
