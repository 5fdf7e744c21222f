#!/usr/bin/env bash
# VS Code against the real program: the extension is packaged and installed as its README says, and a browser does what a
# user does. Findings are shown and fixed, settings hold, a missing program is named, an untrusted folder chooses nothing.
#
# Needs Node.js 20 or newer with npm, which fetches what the extension and the driver depend on, and
#   CODE_SERVER  VS Code as a server (the npm package code-server); default: code-server in the path,
#   CHROMIUM     Chromium or Chrome; default: chromium in the path,
#   TRIPLINE     the program; default: what target/release or target/debug has.
# Arguments are the numbers of the tests that shall run; default: all.
set -euo pipefail
cd "$(dirname "$0")"

missing() { echo "vscode.sh: $*" >&2; exit 2; }

command -v npm >/dev/null || missing "npm is not in the path; install Node.js"
CODE_SERVER="${CODE_SERVER:-code-server}"
CHROMIUM="${CHROMIUM:-chromium}"
for variable in CODE_SERVER CHROMIUM; do
    given="${!variable}"
    found="$(command -v "$given")" || missing "there is no $given; set $variable to where it is"
    printf -v "$variable" %s "$found"
done

target="${CARGO_TARGET_DIR:-../../target}"
program="${TRIPLINE:-}"
for candidate in "$target/release/tripline" "$target/debug/tripline"; do
    [ -n "$program" ] && break
    [ -x "$candidate" ] && program="$candidate"
done
[ -n "$program" ] || missing "no tripline in $target; run cargo build first"
[ -x "$program" ] || missing "$program is not a program"
PROGRAM="$(realpath "$program")"

# What is fetched is kept for the next time; what a test leaves behind when it fails is kept to be looked at.
TOOLS="$(realpath -m "$target")/editors"
EXTENSION="$TOOLS/extension/tripline.vsix"
EVIDENCE="$TOOLS/evidence"
rm -rf "$EVIDENCE"
mkdir -p "$TOOLS/extension"
[ -f "$TOOLS/package.json" ] || echo '{ "private": true }' >"$TOOLS/package.json"
npm install --prefix "$TOOLS" --no-audit --no-fund --loglevel=error playwright-core@1.65.1 >/dev/null
cp ../../editors/vscode/{extension.js,package.json,README.md,.vscodeignore} "$TOOLS/extension"
(
    cd "$TOOLS/extension"
    npm install --no-audit --no-fund --loglevel=error >/dev/null
    npm run --silent package >/dev/null
)

SCRATCH="$(mktemp -d)"
trap 'rm -rf "$SCRATCH"' EXIT
export SCRATCH TOOLS EXTENSION EVIDENCE PROGRAM CODE_SERVER CHROMIUM
node vscode.mjs "$@"
