#!/usr/bin/env bash
# Builds Schakel, indexes the sources and starts the search server. Doing it again does only what is left to do.
set -euo pipefail
cd_from=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=config/build/packages.sh
source config/build/packages.sh

usage() {
    cat <<'TEXT'
Gebruik: ./run.sh [--port N] [--index MAP] [--source PAD]... [--config BESTAND]

Installeert wat ontbreekt, bouwt Schakel, indexeert de bronnen en start de zoekserver.

  --port N          poort van de zoekserver (standaard 8080; 0 = een vrije poort)
  --index MAP       map van de index (standaard build/run/index)
  --source PAD      bestand of map met kennisproducten; mag vaker (standaard de bronnen uit de instellingen, en als die er niet
                    zijn corpus/records)
  --config BESTAND  instellingen (standaard config/schakel.toml)
  --help            deze uitleg
TEXT
}

wrong_use() {
    echo "run.sh: $1" >&2
    usage >&2
    exit 2
}

# A path as typed, seen from where the user stood.
from_caller() {
    if [[ $1 == /* ]]; then echo "$1"; else echo "$cd_from/$1"; fi
}

port=8080
index=build/run/index
sources=()
config=()
while (($# > 0)); do
    case $1 in
        --help | -h) usage && exit 0 ;;
        --port | --index | --source | --config) (($# > 1)) || wrong_use "$1 verwacht een waarde" ;;
        *) wrong_use "onbekende optie: $1" ;;
    esac
    case $1 in
        --port) port=$2 ;;
        --index) index=$(from_caller "$2") ;;
        --source) sources+=("$(from_caller "$2")") ;;
        --config) config=(--config "$(from_caller "$2")") ;;
    esac
    shift 2
done
[[ $port =~ ^[0-9]+$ ]] && ((10#$port <= 65535)) || wrong_use "geen poort: $port"

# Whether the settings say where the products come from.
declares_sources() {
    grep -qE '^[[:space:]]*\[\[[[:space:]]*sources[[:space:]]*\]\]' "$1"
}

settings=${config[1]:-${SCHAKEL_CONFIG:-config/schakel.toml}}
[[ -r $settings ]] || wrong_use "de instellingen $settings zijn niet te lezen"
if ((${#sources[@]} == 0)) && ! declares_sources "$settings"; then sources=(corpus/records); fi

require_packages "${build_packages[@]}"

echo "Bouwen"
quietly build/run/configure.log cmake --preset release
quietly build/run/build.log cmake --build --preset release --target schakel-indexer schakel-searchd

if ((${#sources[@]} > 0)); then echo "Indexeren: ${sources[*]}"; else echo "Indexeren: de bronnen uit $settings"; fi
source_options=()
for source in "${sources[@]}"; do
    source_options+=(--source "$source")
done
indexing=0
build/release/indexer/schakel-indexer build "${source_options[@]}" --index "$index" "${config[@]}" \
    >build/run/index.log 2>&1 || indexing=$?
if ((indexing == 1)); then
    echo "Een deel van de bronnen is overgeslagen:" >&2
    cat build/run/index.log >&2
elif ((indexing != 0)); then
    cat build/run/index.log >&2
    exit "$indexing"
fi

echo "Starten"
exec build/release/searchd/schakel-searchd --index "$index" --port "$port" "${config[@]}"
