#!/usr/bin/env bash
# Finds better values for settings of [search] in schakel.toml, with held-out folds. See README.md.
set -euo pipefail
cd_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

usage() {
    cat <<'TEXT'
Usage: tests/relevance/tune.sh [--settings FILE] [--set FOLDER]... [--config FILE] [--folds N] [--loss-weight N] [--work FOLDER]

Builds an index per retrieval set and asks all queries with many values of the settings.

  --settings FILE   the settings and their values (default tests/relevance/settings.tsv)
  --set FOLDER      a retrieval set: docs.jsonl, queries.tsv and qrels.txt (default: the sample set, and those in
                    $SCHAKEL_SHARED/eval/retrieval); the sample set is called "sample"
  --config FILE     the settings to start from (default config/schakel.toml)
  --folds N         parts of the queries that are held out in turn (default 5)
  --loss-weight N   how much heavier a set that falls weighs than one that rises (default 1: the mean of the sets)
  --work FOLDER     where the indexes go (default build/tune)
TEXT
}

wrong_use() {
    echo "tune.sh: $1" >&2
    usage >&2
    exit 2
}

# A path as typed, seen from where the user stood.
from_caller() {
    if [[ $1 == /* || $1 == sample ]]; then echo "$1"; else echo "$cd_from/$1"; fi
}

settings=tests/relevance/settings.tsv
config=config/schakel.toml
work=build/tune
sets=()
options=()
while (($# > 0)); do
    case $1 in
        --help | -h) usage && exit 0 ;;
        --settings | --set | --config | --folds | --loss-weight | --work) (($# > 1)) || wrong_use "$1 needs a value" ;;
        *) wrong_use "unknown option: $1" ;;
    esac
    case $1 in
        --settings) settings=$(from_caller "$2") ;;
        --set) sets+=("$(from_caller "$2")") ;;
        --config) config=$(from_caller "$2") ;;
        --work) work=$(from_caller "$2") ;;
        --folds | --loss-weight) options+=("$1" "$2") ;;
    esac
    shift 2
done
if ((${#sets[@]} == 0)); then
    sets=(sample)
    [[ -z ${SCHAKEL_SHARED:-} ]] || sets+=("$SCHAKEL_SHARED"/eval/retrieval/*/)
fi

mkdir -p "$work"
cmake --preset release -DBUILD_TESTING=ON >"$work/cmake.log"
cmake --build --preset release --target schakel-indexer schakel-tune >"$work/build.log"
programs=build/release

for set in "${sets[@]}"; do
    if [[ $set == sample ]]; then
        source=corpus/records folder=tests/relevance/sample
    else
        source=${set%/}/docs.jsonl folder=${set%/}
    fi
    index=$work/$(basename "$folder")
    "$programs/indexer/schakel-indexer" build --source "$source" --index "$index" --config "$config" --force \
        >"$index.log" 2>&1 || [[ $? == 1 ]] || { cat "$index.log" >&2 && exit 3; }
    options+=(--set "$index" "$folder")
done

"$programs/tests/relevance/schakel-tune" --config "$config" --settings "$settings" --threads "$(nproc)" "${options[@]}"
