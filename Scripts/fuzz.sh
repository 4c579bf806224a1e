#!/usr/bin/env bash
# Builds libFuzzer's targets and runs each of them for SECONDS, by default 60:
#
#   Scripts/fuzz.sh 3600
#
# Begins with the corpus in Fuzz/Corpus and with what earlier runs found (Fuzz/.build-fuzz/corpus). A crash, a hang of
# half a minute or more than 2 GB of memory ends the run with 1; the input that made it stays in Fuzz/crashes.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-60}
case $seconds in
  '' | *[!0-9]* | 0) echo "fuzz.sh: give a number of seconds, such as 60" >&2; exit 2 ;;
esac

# A backtracer would outlive the crash and hold its pipe; the runtime keeps pointers where the leak checker looks for none.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
scratch=Fuzz/.build-fuzz

FUZZ=1 swift build --package-path Fuzz --scratch-path "$scratch" -c release --sanitize fuzzer --sanitize address \
  -Xswiftc -sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table

failed=0
run() {
  local target=$1 corpus=$2 longest=$3
  local found="$scratch/corpus/$corpus" log="$scratch/$corpus.log"
  mkdir -p "$found" Fuzz/crashes
  echo "fuzzing $target for $seconds s; its log is $log"
  if ! "$scratch/release/$target" "$found" "Fuzz/Corpus/$corpus" -dict=Fuzz/language.dict -artifact_prefix="Fuzz/crashes/$corpus-" \
    -max_total_time="$seconds" -max_len="$longest" -timeout=30 -rss_limit_mb=2048 -print_final_stats=1 > "$log" 2>&1; then
    failed=1
    echo "$target failed:" >&2
    grep -aE '^(Fatal error|SUMMARY|==|artifact_prefix)|Fatal error|Test unit written' "$log" | tail -n 5 >&2 || true
  fi
  local inputs edges
  inputs=$(sed -nE 's/^stat::number_of_executed_units: *//p' "$log")
  edges=$(sed -nE 's/^#[0-9]+.* cov: ([0-9]+) .*/\1/p' "$log" | tail -n 1)
  echo "  ${inputs:-no} inputs, ${edges:-no} edges covered"
}

run BytesToFindings bytes-to-findings 16384
run TextToDecision text-to-decision 4096

rmdir Fuzz/crashes 2> /dev/null || true
exit "$failed"
