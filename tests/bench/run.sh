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
cmake --build --preset release --target schakel-indexer schakel-searchd bench_http_queries bench_analysis >"$work/build.log"
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

jars=$(ls /usr/share/java/lucene-{core,analyzers-common,facet,queryparser,queries,sandbox}-8.7.0.jar 2>/dev/null | tr '\n' ':')
if [ -z "$jars" ] || ! command -v javac >/dev/null; then
    echo "== Lucene skipped: apt-get install liblucene8-java default-jdk-headless"
    exit 0
fi
echo "== Lucene 8.7 in-process, five facets"
[ -e "$work/laws.tsv" ] || python3 "$bench/to_tsv.py" <"$work/laws.jsonl" >"$work/laws.tsv"
javac -cp "$jars" -d "$work/lucene" "$bench"/lucene/*.java 2>/dev/null
[ -e "$work/lucene-index" ] || java -Xmx4g -cp "$jars$work/lucene" LuceneBench index "$work/laws.tsv" "$work/lucene-index" 2
java -Xmx4g -cp "$jars$work/lucene" LuceneBench search "$work/lucene-index" "$bench/queries.txt" facets
