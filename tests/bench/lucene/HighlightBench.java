import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;

/** Top 10, five facets and three passages a hit from the stored text: what a page of results asks of Lucene. */
public class HighlightBench {
    static final String[] FACETS = {"type", "theme", "region", "domain", "year"};

    public static void main(String[] arguments) throws Exception {
        IndexReader reader = DirectoryReader.open(FSDirectory.open(Paths.get(arguments[0])));
        IndexSearcher searcher = new IndexSearcher(reader);
        SortedSetDocValuesReaderState state = new DefaultSortedSetDocValuesReaderState(reader);
        DutchAnalyzer analyzer = new DutchAnalyzer();
        MultiFieldQueryParser parser =
            new MultiFieldQueryParser(new String[] {"title", "body"}, analyzer, Map.of("title", 3f, "body", 1f));
        if (arguments.length > 2 && arguments[2].equals("and")) parser.setDefaultOperator(QueryParser.Operator.AND);
        UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, analyzer);
        highlighter.setMaxLength(Integer.MAX_VALUE - 1);
        List<String> queries = new ArrayList<>();
        for (String line : Files.readAllLines(Paths.get(arguments[1])))
            if (!line.isEmpty()) queries.add(line);
        for (int round = 0; round < 4; round++) {
            double[] times = new double[queries.size()];
            long hits = 0;
            for (int i = 0; i < times.length; i++) {
                long started = System.nanoTime();
                Query query = parser.parse(QueryParser.escape(queries.get(i)));
                FacetsCollector collector = new FacetsCollector();
                TopDocs top = FacetsCollector.search(searcher, query, 10, collector);
                SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(state, collector);
                for (String facet : FACETS) counts.getTopChildren(20, facet);
                highlighter.highlight("body", query, top, 3);
                times[i] = (System.nanoTime() - started) / 1e6;
                hits += top.totalHits.value;
            }
            Arrays.sort(times);
            System.out.printf("rep %d hits %d p50 %.2f p95 %.2f p99 %.2f mean %.2f ms%n", round, hits,
                times[times.length / 2], times[(int) (times.length * .95)], times[(int) (times.length * .99)],
                Arrays.stream(times).average().getAsDouble());
        }
    }
}
