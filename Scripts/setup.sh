#!/usr/bin/env bash
# Installs the system packages that are missing: libyaml and pkg-config, which the build needs; with `tests`, Node too, which
# runs the engine in JavaScript.
set -euo pipefail

debian=() homebrew=()
if ! pkg-config --exists yaml-0.1 2>/dev/null; then
  debian+=(libyaml-dev pkg-config)
  homebrew+=(libyaml pkg-config)
fi
if [ "${1:-}" = tests ] && ! command -v node >/dev/null; then
  debian+=(nodejs)
  homebrew+=(node)
fi
if [ ${#debian[@]} -eq 0 ]; then exit 0; fi

case "$(uname -s)" in
  Darwin) brew install "${homebrew[@]}" ;;
  Linux)
    run=""
    if [ "$(id -u)" -ne 0 ]; then run="sudo"; fi
    if ! command -v apt-get >/dev/null; then
      echo "decorum: install libyaml with its headers, pkg-config, and for the tests Node; this script knows apt-get and Homebrew only" >&2
      exit 2
    fi
    $run apt-get update -qq
    $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${debian[@]}"
    ;;
esac
