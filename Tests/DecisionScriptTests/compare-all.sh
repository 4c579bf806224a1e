#!/usr/bin/env bash
# Holds the module against the command on every playbook here and on the conformance cases.
#
#   compare-all.sh COMMAND FOLDER [N]       programs are built into FOLDER; N comments on changed texts for each
set -u
here=$(cd "$(dirname "$0")" && pwd); root=$here/../..
command=$1; folder=$2; mkdir -p "$folder"

compare() {   # PLAYBOOK: its own comments, and the same with facts made up
  local name; name=$(echo "${1#"$root"/}" | tr / -)
  "$command" build "$1" --output "$folder/$name" > "$folder/$name.log" 2>&1 || { echo "not built: $1"; return; }
  local source=$1; [ -d "$1" ] && source=$1/playbook.yaml
  python3 "$here/comments-of-playbook.py" "$source" > "$folder/$name.ndjson"
  [ -f "$1/comments.ndjson" ] && cat "$1/comments.ndjson" >> "$folder/$name.ndjson"
  for program in "$folder/$name"/*.decorum; do
    node "$here/compare.mjs" "$command" "$program" --plain "$folder/$name.ndjson"
    node "$here/compare.mjs" "$command" "$program" --bad "$folder/$name.ndjson"
    node "$here/compare.mjs" "$command" "$program" --mutated --most "${3:-200}" --seed $RANDOM "$folder/$name.ndjson"
  done
}

for folder_of_cases in "$root"/Tests/Conformance/*/ "$root"/Tests/Conformance/decisions-as-data/*/ \
  "$root"/Tests/Conformance/{extends,imports}/*/; do
  if [ -f "$folder_of_cases/playbook.yaml" ]; then compare "${folder_of_cases%/}"; continue; fi
  for playbook in "$folder_of_cases"*.yaml; do
    grep -q '^playbook:' "$playbook" 2> /dev/null && compare "$playbook"
  done
done
for playbook in "$root"/playbooks/*/ "$root"/Tests/Policies/*.yaml; do compare "${playbook%/}"; done
