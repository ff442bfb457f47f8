#!/usr/bin/env bash
# Builds everything and runs every test. Exits with an error when any fails.
set -euo pipefail
cd "$(dirname "$0")"

# The storage emulator that the Azure host's tests run against.
[ -d tests/Functions.Tests/Azurite/node_modules ] || npm ci --prefix tests/Functions.Tests/Azurite --no-audit --no-fund --silent

# The browser of the builder's tests: Debian's, or the one that CHROMIUM names.
export CHROMIUM="${CHROMIUM:-$(command -v chromium || command -v chromium-browser || true)}"
if [ -z "$CHROMIUM" ]; then
  sudo=$([ "$(id -u)" = 0 ] || echo sudo)
  $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends chromium
  CHROMIUM=$(command -v chromium)
fi

# Makes the builder too, once.
dotnet build AesthetixWorkflows.Portable.slnf --nologo -v quiet

results=artifacts/test-results
rm -rf "$results" artifacts/e2e
mkdir -p "$results"
status=0
# One project after the other: some start whole hosts and want the cores to themselves.
for project in tests/*.Tests; do
  dotnet test "$project" --no-build --nologo --logger "trx;LogFileName=$(basename "$project").trx" --results-directory "$results" || status=1
done

[ -d builder/node_modules ] || npm ci --prefix builder --no-audit --no-fund --silent
npm --prefix builder run --silent check || status=1
# First the builder's own parts, then all of it in a browser in front of the built host.
for part in test e2e; do
  npm --prefix builder run --silent "$part" -- --reporter=default --reporter=json --outputFile.json="$PWD/$results/builder-$part.json" || status=1
done

count() {
  { grep -ho '<Counters [^>]*' "$results"/*.trx | grep -o " $1=\"[0-9]*\""
    grep -ho "\"num${1^}Tests\":[0-9]*" "$results"/*.json; } | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'
}
echo "$(count passed) passed, $(count failed) failed"
exit $status
