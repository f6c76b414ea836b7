#!/usr/bin/env bash
# Holds searchd/web/openapi.json against our rules and the official ones. See README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

document=../../searchd/web/openapi.json
not_checked=77     # what ctest takes for skipped
found_something=1  # status of Spectral; others are failures of its own

[[ -x node_modules/.bin/spectral ]] || npm ci --no-audit --no-fund --ignore-scripts

lint() { node_modules/.bin/spectral lint --quiet "$@"; }

# proves RULESET RULE: the ruleset finds the rule broken in broken.json. Rules that find nothing prove nothing.
proves() {
    local said status=0
    said=$(lint --fail-severity warn --ruleset "$1" broken.json) || status=$?
    if [[ $status != "$found_something" || $said != *"$2"* ]]; then
        printf '%s does not find %s in broken.json (status %s):\n%s\n' "$1" "$2" "$status" "$said" >&2
        exit 1
    fi
}

proves rules.yaml operation-description
lint --fail-severity warn --ruleset rules.yaml "$document"
echo "our rules: ok"

official=${SCHAKEL_SHARED:-}/standards/logius-adr-ruleset.yaml
if [[ -z ${SCHAKEL_SHARED:-} || ! -f $official ]]; then
    echo "the official rules are skipped: SCHAKEL_SHARED names no folder with standards/logius-adr-ruleset.yaml"
    exit "$not_checked"
fi
for rule in path-keys-no-trailing-slash nlgov:missing-header nlgov:query-keys-camel-case nlgov:semver; do
    proves "$official" "$rule"
done
lint --fail-severity error --ruleset "$official" "$document"
echo "API Design Rules: ok"
