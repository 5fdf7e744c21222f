#!/usr/bin/env bash
# Helix against the real program, with the languages.toml of editors/helix: in Python, TypeScript and Go a finding is shown,
# its fix is applied, the finding is gone and the file is saved.
#
# Needs tmux and
#   HELIX     Helix 25.01 or newer; default: hx in the path,
#   TRIPLINE  the program; default: what target/release or target/debug has.
set -euo pipefail
cd "$(dirname "$0")"

missing() { echo "helix.sh: $*" >&2; exit 2; }

command -v tmux >/dev/null || missing "tmux is not in the path; install it"
helix="$(command -v "${HELIX:-hx}")" || missing "there is no ${HELIX:-hx}; set HELIX to where it is"

target="${CARGO_TARGET_DIR:-../../target}"
program="${TRIPLINE:-}"
for candidate in "$target/release/tripline" "$target/debug/tripline"; do
    [ -n "$program" ] && break
    [ -x "$candidate" ] && program="$candidate"
done
[ -n "$program" ] || missing "no tripline in $target; run cargo build first"
[ -x "$program" ] || missing "$program is not a program"

# No settings, state or cache of the user takes part.
scratch="$(mktemp -d)"
socket="tripline-helix-$$"
screen() { tmux -L "$socket" -f /dev/null "$@"; }
trap 'screen kill-server 2>/dev/null || true; rm -rf "$scratch"' EXIT
mkdir -p "$scratch/config/helix" "$scratch/bin" "$scratch/workspace/.git"
ln -s "$(realpath "$program")" "$scratch/bin/tripline"
cp ../../editors/helix/languages.toml "$scratch/config/helix"
# The lines of the README.
printf '[editor.inline-diagnostics]\ncursor-line = "hint"\n' >"$scratch/config/helix/config.toml"
cd "$scratch/workspace"

fail() {
    echo "FAIL: $*" >&2
    screen capture-pane -p -t helix >&2 || true
    tail -20 "$scratch/cache/helix/helix.log" >&2 2>/dev/null || true
    exit 1
}

# The limit is for a test that hangs; what is waited for ends the wait at once.
wait_for() {
    local what="$1"
    shift
    for _ in $(seq 300); do
        "$@" && return
        sleep 0.1
    done
    fail "no $what"
}

shows() { screen capture-pane -p -t helix 2>/dev/null | grep -qF -- "$1"; }
hides() { ! shows "$1"; }
has_ended() { ! screen has-session -t helix 2>/dev/null; }
has_line() { grep -qxF -- "$2" "$1"; }

# check FILE TEXT MESSAGE FIX LINE: FILE with TEXT has a finding with MESSAGE, and its FIX leaves LINE.
check() {
    local file="$1" text="$2" message="$3" fix="$4" line="$5"
    printf '%s\n' "$text" >"$file"
    screen new-session -d -s helix -x 160 -y 30 env XDG_CONFIG_HOME="$scratch/config" \
        XDG_CACHE_HOME="$scratch/cache" PATH="$scratch/bin:/usr/bin:/bin" TERM=xterm-256color "$helix" -v "$file"
    # The line of the status counts the findings; the message is shown where the cursor is.
    wait_for "finding in $file" shows "● 1"
    screen send-keys -t helix ']' d
    wait_for "message in $file" shows "$message"
    screen send-keys -t helix Space k
    wait_for "explanation in $file" shows "Quick fixes:"
    screen send-keys -t helix Escape
    # Escape and a key right after it would be one key with Alt.
    sleep 0.3
    screen send-keys -t helix Space a
    wait_for "menu in $file" shows "$fix"
    shows 'in this file' || fail "the menu in $file has no suppression"
    # The fix is the first of the menu.
    screen send-keys -t helix Enter
    wait_for "end of the finding in $file" hides "$message"
    screen send-keys -t helix Escape
    sleep 0.3
    screen send-keys -t helix ':wq' Enter
    wait_for "saved $file" has_line "$file" "$line"
    wait_for "end of Helix" has_ended
}

check app.py 'import sqlite3


def find_user(conn: sqlite3.Connection, email: str):
    cursor = conn.cursor()
    cursor.execute(f"SELECT id FROM users WHERE email = '\''{email}'\''")
    return cursor.fetchone()' \
    'SQL injection: string interpolation in query' \
    'Pass the values as query parameters' \
    '    cursor.execute("SELECT id FROM users WHERE email = ?", (email,))'

check app.ts 'import express from "express";
import mysql from "mysql2/promise";

const app = express();
const pool = mysql.createPool({ host: "localhost" });

app.get("/user", async (req, res) => {
  const [rows] = await pool.query(`SELECT id FROM users WHERE email = '\''${req.query.email}'\''`);
  res.json(rows);
});' \
    'SQL injection: string interpolation in query' \
    'Pass the values as query parameters' \
    '  const [rows] = await pool.query(`SELECT id FROM users WHERE email = ?`, [req.query.email]);'

check main.go 'package main

import (
	"database/sql"
	"net/http"
)

func find(db *sql.DB, r *http.Request) (*sql.Rows, error) {
	return db.QueryContext(r.Context(), "SELECT id FROM users WHERE email = '\''"+r.FormValue("email")+"'\''")
}' \
    'SQL injection: string interpolation in query' \
    'Parameterize with ? (MySQL, SQLite)' \
    '	return db.QueryContext(r.Context(), "SELECT id FROM users WHERE email = ?", r.FormValue("email"))'

echo "ok: $("$helix" --version)"
