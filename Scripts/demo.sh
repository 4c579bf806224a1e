#!/usr/bin/env bash
# Checks, tests and builds every playbook, then decides comments and shows the decisions.
set -euo pipefail
decorum=$1
shift

title() { printf '\n\033[1m%s\033[0m\n' "$*"; }

title "1. Check: is anything wrong with the playbooks?"
for playbook in "$@"; do
  "$decorum" check "$playbook" | tail -n 2
done

title "2. Test: every example, test and story is run"
"$decorum" test "$@"

title "3. Build: the policy documents and the programs"
"$decorum" build "$@" --output output

title "4. Decide: what do we do with this comment?"
harbour=$1
"$decorum" decide "$harbour" "you 1d10ts, my lawyer will see you in court" \
  --author bob --fact author.name=Bob --history conduct=1 --now 2026-12-02T09:00:00Z

for playbook in "$@"; do
  title "5. Decide a stream: $playbook/comments.ndjson"
  "$decorum" decide "$playbook" --ndjson --plain < "$playbook/comments.ndjson"
done

title "The documents are in output/: the playbooks, and the house rules for the public."
