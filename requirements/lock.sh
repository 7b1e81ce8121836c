#!/bin/sh
# Locks what pyproject.toml asks for, with hashes, for every Python and system we support. Needs uv (https://docs.astral.sh/uv/).
# Nothing but names, versions and hashes is written: where packages come from is the business of each machine.
set -eu
cd "$(dirname "$0")/.."
lock() {
  target=$1; shift
  uv pip compile "$@" --universal --python-version 3.11 --generate-hashes --quiet --upgrade \
    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --output-file "$target"
}
lock requirements/runtime.txt pyproject.toml --group build
lock requirements/dev.txt pyproject.toml --group dev --constraint requirements/runtime.txt
lock requirements/bench.txt --group pyproject.toml:bench
lock requirements/installer.txt --group pyproject.toml:installer
if grep -nE '://|--(extra-)?index|--find-links|@ ' requirements/*.txt; then
  echo "an address has come into the lock" >&2
  exit 1
fi
