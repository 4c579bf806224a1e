#!/usr/bin/env bash
# Installs the system packages that the build needs and that are missing: libyaml and pkg-config.
set -euo pipefail

if pkg-config --exists yaml-0.1 2>/dev/null; then exit 0; fi

case "$(uname -s)" in
  Darwin) brew install libyaml pkg-config ;;
  Linux)
    run=""
    if [ "$(id -u)" -ne 0 ]; then run="sudo"; fi
    if ! command -v apt-get >/dev/null; then
      echo "decorum: install libyaml with its headers, and pkg-config; this script knows apt-get and Homebrew only" >&2
      exit 2
    fi
    $run apt-get update -qq
    $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libyaml-dev pkg-config
    ;;
esac
