#!/usr/bin/env bash
# Sets Schakel's results beside those of Lucene and Xapian on retrieval sets, with the chance that a difference is none. See README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

: "${SCHAKEL_SHARED:?set SCHAKEL_SHARED to the folder that holds eval/retrieval}"
work=${1:-build/peers}
programs=${SCHAKEL_PROGRAMS:-build/release}
peers=tests/relevance/peers
mkdir -p "$work/classes"

jars=$(ls /usr/share/java/lucene-{core,analyzers-common,queryparser,queries,sandbox}-8.7.0.jar | tr '\n' ':')
javac -cp "$jars" -d "$work/classes" "$peers/LuceneRun.java"
read -ra xapian <<<"$(xapian-config --libs)"
g++ -std=c++20 -O2 "$peers/xapian_run.cpp" -o "$work/xapian_run" "${xapian[@]}"

# Lines id, title, text of docs.jsonl: what both peers read.
as_table() {
    python3 -c '
import json, sys
for line in sys.stdin:
    record = json.loads(line)
    text = record.get("tekst", "")
    text = text if isinstance(text, str) else " ".join(text)
    print("\t".join(" ".join(cell.split()) for cell in (record["id"], record.get("titel", ""), text)))'
}

for set in "$SCHAKEL_SHARED"/eval/retrieval/*/; do
    here=$work/$(basename "$set")
    mkdir -p "$here"
    as_table <"$set/docs.jsonl" >"$here/docs.tsv"
    for analyser in dutch compound; do
        java -cp "$jars$work/classes" LuceneRun "$here/docs.tsv" "$set/queries.tsv" "$analyser" 2 >"$here/lucene-$analyser.trec"
    done
    for stemmer in dutch kraaij_pohlmann; do
        "$work/xapian_run" "$here/docs.tsv" "$set/queries.tsv" "$stemmer" 2 >"$here/xapian-$stemmer.trec"
    done
    "$programs/indexer/schakel-indexer" build --source "$set/docs.jsonl" --index "$here/index" --force >"$here/build.log"
    for peer in "$here"/*.trec; do
        echo "== $(basename "$set"), beside $(basename "$peer" .trec)"
        "$programs/searchd/schakel-searchd" evaluate --index "$here/index" --queries "$set/queries.tsv" --qrels "$set/qrels.txt" \
            --baseline "$peer" | grep -E '^(nDCG|MRR|recall)@'
    done
done
