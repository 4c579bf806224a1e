#!/usr/bin/env bash
# Installs what the peers need and what is missing: `setup.sh FOLDER-OF-THE-PEERS-SCRIPTS`.
set -euo pipefail
cd "$(dirname "$0")"
shared=$1

# The ceiling is native Hyperscan, compiled with a C compiler.
missing=""
if [ ! -f /usr/include/hs/hs.h ]; then missing="libhyperscan-dev"; fi
if ! command -v gcc > /dev/null; then missing="$missing gcc libc6-dev"; fi
if ! python3 -c 'import ensurepip' 2> /dev/null; then missing="$missing python3-venv"; fi
if [ -n "$missing" ]; then
  if ! command -v apt-get > /dev/null; then
    echo "setup.sh: install Hyperscan with its headers, gcc and Python's venv; this script knows apt-get only" >&2
    exit 2
  fi
  run=""
  if [ "$(id -u)" -ne 0 ]; then run="sudo"; fi
  $run apt-get update -qq
  # shellcheck disable=SC2086 # a list of packages
  $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
fi

# The peers, of the versions that were measured, from PyPI.
venv=.build/venv
if ! cmp -s "$shared/requirements.txt" "$venv/requirements.txt"; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install -q --disable-pip-version-check -r "$shared/requirements.txt"
  cp "$shared/requirements.txt" "$venv/requirements.txt"
fi

# OPA as a library: its wheel asks for a newer Python than its code does. Without it, the other peers are measured.
opa=.build/opa
if [ ! -d "$opa/unpacked" ]; then
  if "$venv/bin/pip" download -q --disable-pip-version-check --no-deps --python-version 3.14 --only-binary=:all: \
    -d "$opa" opa-golib-python-bindings==0.4.4; then
    "$venv/bin/python" -m zipfile -e "$opa"/*.whl "$opa/unpacked"
  else
    echo "setup.sh: the wheel of OPA could not be had; opa-go is left out" >&2
  fi
fi
