#!/usr/bin/env bash
# Checks, tests and builds every playbook, then decides comments and shows the decisions.
set -euo pipefail
decorum=$1
shift

# Bold on a terminal, plain in a file.
if [ -t 1 ]; then bold='\033[1m' plain='\033[0m'; else bold='' plain=''; fi
title() { printf "\n${bold}%s${plain}\n" "$*"; }

title "1. Check: is anything wrong with the playbooks?"
"$decorum" check "$@" | tail -n 2

title "2. Test: every example, test and story is run"
"$decorum" test "$@"

title "3. Build: the policy documents and the programs"
"$decorum" build "$@" --output output

title "4. Decide: what do we do with this comment?"
harbour=$1
"$decorum" decide "$harbour" "you 1d10ts, my lawyer will see you in court" \
  --author bob --fact author.name=Bob --history conduct=1 --now 2026-12-02T09:00:00Z

title "5. Decide a stream: $harbour/comments.ndjson"
"$decorum" decide "$harbour" --ndjson --plain < "$harbour/comments.ndjson"

title "6. Every organisation decides in its own way: the first three comments of the others"
for playbook in "${@:2}"; do
  printf '%s\n\n' "--- $playbook"
  head -n 3 "$playbook/comments.ndjson" | "$decorum" decide "$playbook" --ndjson --plain
done

title "7. Review: may this answer be sent? It may not, and the review says what to write instead"
"$decorum" review "$harbour" --comment "My order is two weeks late and I want my money back!!!" --author-name Sam \
  --reply "We are sorry you feel that way. [what happened] was your own fault." --now 2026-12-02T09:00:00Z || true

title "The documents are in output/: the playbooks, and the house rules for the public."
