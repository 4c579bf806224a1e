#!/usr/bin/env bash
# Takes the pictures of the README anew, with 256 colours each, so that they stay small.
set -euo pipefail
cd "$(dirname "$0")/.."
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
pictures=Documentation/Screens
"$1" build playbooks/harbour-coffee --output "$pages" >/dev/null
node Scripts/screens.mjs "$pages" "$pictures"
pngquant --force --ext .png --strip 256 "$pictures"/*.png
large=$(find "$pictures" -name '*.png' -size +150k)
if [ -n "$large" ]; then echo "more than 150 KB: $large" >&2; exit 1; fi
ls -l "$pictures"
