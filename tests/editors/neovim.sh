#!/usr/bin/env bash
# Neovim against the real program, started by the lines of editors/neovim: a finding is shown, its fix is applied, the
# finding is gone.
#
# Needs `nvim` 0.7 or newer in the path (Debian: apt-get install neovim) and a built `tripline`, which is taken from
# target/release or target/debug, or from the variable TRIPLINE.
set -euo pipefail
cd "$(dirname "$0")"

command -v nvim >/dev/null || { echo "neovim.sh: nvim is not in the path; install the package neovim" >&2; exit 2; }

target="${CARGO_TARGET_DIR:-../../target}"
program="${TRIPLINE:-}"
for candidate in "$target/release/tripline" "$target/debug/tripline"; do
    [ -n "$program" ] && break
    [ -x "$candidate" ] && program="$candidate"
done
[ -n "$program" ] || { echo "neovim.sh: no tripline in $target; run cargo build first" >&2; exit 2; }
program="$(realpath "$program")"

# No settings, state or cache of the user takes part.
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
export HOME="$scratch" XDG_CONFIG_HOME="$scratch/config" XDG_DATA_HOME="$scratch/data"
export XDG_STATE_HOME="$scratch/state" XDG_CACHE_HOME="$scratch/cache" XDG_RUNTIME_DIR="$scratch"
mkdir -p "$scratch/workspace/.git" "$scratch/bin"
ln -s "$program" "$scratch/bin/tripline"

# `-l` is newer than 0.7. The script ends the editor itself, with a code other than 0 where something is wrong.
PLUGIN="$(realpath ../../editors/neovim/tripline.lua)"
WORKSPACE="$scratch/workspace" PLUGIN="$PLUGIN" PATH="$scratch/bin:$PATH" nvim --headless -u NONE -i NONE -n \
    -c "luafile $PWD/neovim.lua" </dev/null
echo
