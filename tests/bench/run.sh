#!/usr/bin/env bash
# Measures indexing and searching on 60,000 law articles and prints Lucene beside us. See README.md.
set -euo pipefail
cd "$(dirname "$0")/../.."

: "${SCHAKEL_SHARED:?set SCHAKEL_SHARED to the folder that holds bench/laws-60k.jsonl.zst}"
work=${1:-$(mktemp -d)}
bench="$SCHAKEL_SHARED/bench"
facets='facetten=thema,regio,domein,type,jaar'
mkdir -p "$work"

cmake --preset release -DBUILD_TESTING=ON >"$work/cmake.log"
cmake --build --preset release --target schakel-indexer schakel-searchd bench_http_queries bench_analysis bench_queries bench_terms >"$work/build.log"
programs=build/release

mkdir -p "$work/source"
zstd -dqf "$bench/laws-60k.jsonl.zst" -o "$work/source/laws.jsonl"
[ -e "$work/laws.jsonl" ] || cp "$work/source/laws.jsonl" "$work/laws.jsonl"
echo "== analysis alone"
"$programs/tests/bench/bench_analysis" "$work/laws.jsonl"
for threads in 1 2; do
    rm -rf "$work/index"
    echo "== schakel-indexer build, $threads thread(s)"
    /usr/bin/time -f '%e s wall, %U s user, %M kB peak' \
        "$programs/indexer/schakel-indexer" build --source "$work/source" --index "$work/index" --threads "$threads" 2>&1 |
        grep -v 'records gelezen'
    du -sh --apparent-size "$work/index/current/" | cut -f1
done

echo "== schakel-indexer update, nothing changed and 1 % of the records changed"
touch "$work/source/laws.jsonl"
/usr/bin/time -f '%e s wall, %U s user, %M kB peak' "$programs/indexer/schakel-indexer" update --index "$work/index" 2>&1
awk 'NR % 100 == 0 { sub(/"titel": ?"/, "&Gewijzigd: ") } { print }' "$work/laws.jsonl" >"$work/source/laws.jsonl"
/usr/bin/time -f '%e s wall, %U s user, %M kB peak' "$programs/indexer/schakel-indexer" update --index "$work/index" 2>&1

"$programs/searchd/schakel-searchd" --index "$work/index" --port 0 >"$work/address" 2>"$work/searchd.log" &
daemon=$!
trap 'kill "$daemon" 2>/dev/null || true' EXIT
until grep -q http "$work/address"; do sleep 0.1; done
address=$(grep -o 'http://[^ ]*' "$work/address")
echo "== searchd over HTTP, five facets"
"$programs/tests/bench/bench_http_queries" "$address" "$bench/queries.txt" "$facets"
echo "== searchd over HTTP, no facets"
"$programs/tests/bench/bench_http_queries" "$address" "$bench/queries.txt" 'facetten='
echo "== searchd: $(awk '/VmRSS/ {print $2}' "/proc/$daemon/status") kB resident"

if command -v wrk >/dev/null; then
    echo "== searchd over HTTP, everything, 8 connections"
    python3 - "$bench/queries.txt" "$facets" >"$work/queries.lua" <<'PYTHON'
import sys, urllib.parse
targets = [urllib.parse.quote(line.strip()) for line in open(sys.argv[1]) if line.strip()]
print("local queries = {" + ",".join(f"'/v1/kennisproducten?zoek={t}&{sys.argv[2]}'" for t in targets) + "}")
print("local at = 0")
print("request = function() at = at % #queries + 1 return wrk.format(nil, queries[at]) end")
PYTHON
    wrk -t2 -c8 -d20 --latency -s "$work/queries.lua" "$address"
    if [ -n "${SCHAKEL_LOAD_SECONDS:-}" ]; then
        echo "== searchd over HTTP, a mix, 64 connections, $SCHAKEL_LOAD_SECONDS s; kB resident every tenth of that"
        wrk -t2 -c64 -d"$SCHAKEL_LOAD_SECONDS" -s tests/bench/wrk_mix.lua "$address" -- "$bench/queries.txt" &
        load=$!
        while kill -0 "$load" 2>/dev/null; do
            awk '/VmRSS/ {print $2}' "/proc/$daemon/status"
            sleep "$((SCHAKEL_LOAD_SECONDS / 10 + 1))"
        done
        wait "$load"
    fi
fi
kill "$daemon"
wait "$daemon" || true

jars=$(ls /usr/share/java/lucene-{core,analyzers-common,facet,queryparser,queries,sandbox,highlighter,memory}-8.7.0.jar 2>/dev/null | tr '\n' ':')
if [ -z "$jars" ] || ! command -v javac >/dev/null; then
    echo "== Lucene skipped: apt-get install liblucene8-java default-jdk-headless"
    exit 0
fi
[ -e "$work/laws.tsv" ] || python3 "$bench/to_tsv.py" <"$work/laws.jsonl" >"$work/laws.tsv"
mkdir -p "$work/lucene"
javac -cp "$jars" -d "$work/lucene" "$bench"/lucene/*.java tests/bench/lucene/*.java 2>/dev/null
java_options=(-Xmx4g -cp "$jars$work/lucene")
lucene() { java "${java_options[@]}" "$@"; }
for threads in 1 2; do
    rm -rf "$work/lucene-index"
    echo "== Lucene 8.7 index, $threads thread(s)"
    /usr/bin/time -f '%e s wall, %U s user, %M kB peak' java "${java_options[@]}" \
        LuceneBench index "$work/laws.tsv" "$work/lucene-index" "$threads" 2>&1
    du -sh --apparent-size "$work/lucene-index" | cut -f1
done

# compare MODE LUCENE-PROGRAM [ARGUMENT…]: five interleaved runs of both, and the medians beside each other.
compare() {
    local mode=$1 ours peer
    shift
    for _ in 1 2 3 4 5; do
        ours+=$("$programs/tests/bench/bench_queries" "$work/index" "$bench/queries.txt" "$mode")$'\n'
        peer+=$(lucene "$1" "${@:2}" | tail -n 1)$'\n'
    done
    { median "$ours"; median "$peer"; } | paste -sd ' ' |
        awk -v mode="$mode" '{ printf "%-16s hits %9d / %9d   p50 %6.3f / %6.3f = %4.2f   p99 %7.3f / %7.3f = %4.2f\n",
                               mode, $1, $4, $2, $5, $2 / $5, $3, $6, $3 / $6 }'
}

# Median hits, p50 and p99 of lines of either program.
median() {
    local word
    for word in hits p50 p99; do
        grep -o "$word [0-9.]*" <<<"$1" | cut -d' ' -f2 | sort -n | sed -n 3p
    done
}

# compare_searches LUCENE-INDEX LUCENE-QUERIES: what both engines do without passages.
compare_searches() {
    local search=(LuceneBench search "$1" "$2")
    compare facets "${search[@]}" facets
    compare facets-and "${search[@]}" facets and
    compare exact "${search[@]}" exact
    compare exact-and "${search[@]}" exact and
}

echo "== engine in-process, one thread, median of five interleaved runs: ours / Lucene 8.7 = ratio (milliseconds)"
compare_searches "$work/lucene-index" "$bench/queries.txt"

# Once more with the terms of our analysis on both sides, so that both find the same and only their search differs.
"$programs/tests/bench/bench_terms" "$work/laws.tsv" "$bench/queries.txt" "$work/terms.tsv" "$work/term-queries.txt"
rm -rf "$work/lucene-terms"
lucene LuceneBench index "$work/terms.tsv" "$work/lucene-terms" 2 >"$work/lucene-terms.log"
echo "== the same with our terms in Lucene"
compare_searches "$work/lucene-terms" "$work/term-queries.txt"

echo "== everything, against Lucene with its own analysis and its highlighter"
compare everything HighlightBench "$work/lucene-index" "$bench/queries.txt"
compare everything-and HighlightBench "$work/lucene-index" "$bench/queries.txt" and
"$programs/tests/bench/bench_queries" "$work/index" "$bench/queries.txt" empty
"$programs/tests/bench/bench_queries" "$work/index" "$bench/queries.txt" as-shipped
"$programs/tests/bench/bench_queries" "$work/index" "$bench/queries.txt" as-shipped 2
