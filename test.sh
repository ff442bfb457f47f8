#!/usr/bin/env bash
# Builds everything and runs every test. Exits with an error when any fails.
set -euo pipefail
cd "$(dirname "$0")"

# The storage emulator that the Azure host's tests run against.
[ -d tests/Functions.Tests/Azurite/node_modules ] || npm ci --prefix tests/Functions.Tests/Azurite --no-audit --no-fund --silent

dotnet build AesthetixWorkflows.Portable.slnf --nologo -v quiet

results=artifacts/test-results
rm -rf "$results"
status=0
# One project after the other: some start whole hosts and want the cores to themselves.
for project in tests/*.Tests; do
  dotnet test "$project" --no-build --nologo --logger "trx;LogFileName=$(basename "$project").trx" --results-directory "$results" || status=1
done

count() { grep -ho '<Counters [^>]*' "$results"/*.trx | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ sum += $1 } END { print sum + 0 }'; }
echo "$(count passed) passed, $(count failed) failed"
exit $status
