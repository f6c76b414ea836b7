#!/usr/bin/env bash
# Fits the weights with which compounds are split, and measures them on held-out words. See compounds/README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if [[ -z ${SCHAKEL_SHARED:-} ]]; then
    echo "fit_compounds.sh: set SCHAKEL_SHARED to the folder that has eval/compounds.tsv" >&2
    exit 2
fi
weights=analyzers/compounds/compound_weights.cpp
options=()
for argument in "$@"; do
    case $argument in
        --write) options+=(--write "$weights") ;;
        --misses) options+=(--misses) ;;
        *) echo "Usage: tests/relevance/fit_compounds.sh [--misses] [--write]" >&2 && exit 2 ;;
    esac
done

mkdir -p build/fit
cmake --preset release -DBUILD_TESTING=ON >build/fit/cmake.log
cmake --build --preset release --target schakel-fit-compounds >build/fit/build.log
build/release/tests/relevance/schakel-fit-compounds --treebank "$SCHAKEL_SHARED/eval/compounds.tsv" "${options[@]}"
[[ " $* " != *" --write "* ]] || clang-format-19 -i "$weights"
