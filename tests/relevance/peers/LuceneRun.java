import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.compound.DictionaryCompoundWordTokenFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * A TREC run of Lucene: its Dutch analyser, or the same with a plain dictionary decompounder.
 * Arguments: docs.tsv (id, title, text), queries.tsv, "dutch" or "compound", the boost of titles. The run goes to standard output.
 */
public class LuceneRun {
    static final Path WORDS = Paths.get("/usr/share/dict/dutch");
    static final int RESULTS = 50;

    public static void main(String[] arguments) throws Exception {
        Analyzer analyzer = arguments[2].equals("compound") ? decompounding() : new DutchAnalyzer();
        Directory folder = new ByteBuffersDirectory();
        index(Paths.get(arguments[0]), folder, analyzer);
        search(Paths.get(arguments[1]), folder, analyzer, Float.parseFloat(arguments[3]), "lucene-" + arguments[2]);
    }

    static Analyzer decompounding() throws Exception {
        CharArraySet words = new CharArraySet(500_000, true);
        for (String word : Files.readAllLines(WORDS))
            if (word.length() >= 4) words.add(word.toLowerCase());
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer tokenizer = new StandardTokenizer();
                TokenStream stream = new LowerCaseFilter(tokenizer);
                stream = new StopFilter(stream, DutchAnalyzer.getDefaultStopSet());
                stream = new DictionaryCompoundWordTokenFilter(stream, words, 6, 4, 20, true);
                stream = new SnowballFilter(stream, new org.tartarus.snowball.ext.DutchStemmer());
                return new TokenStreamComponents(tokenizer, stream);
            }
        };
    }

    static void index(Path documents, Directory folder, Analyzer analyzer) throws Exception {
        try (IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig(analyzer))) {
            for (String line : Files.readAllLines(documents, StandardCharsets.UTF_8)) {
                String[] cells = line.split("\t", -1);
                Document document = new Document();
                document.add(new StringField("id", cells[0], Field.Store.YES));
                document.add(new TextField("title", cells[1], Field.Store.NO));
                document.add(new TextField("body", cells[2], Field.Store.NO));
                writer.addDocument(document);
            }
        }
    }

    static void search(Path queries, Directory folder, Analyzer analyzer, float title, String name) throws Exception {
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(folder));
        MultiFieldQueryParser parser =
            new MultiFieldQueryParser(new String[] {"title", "body"}, analyzer, Map.of("title", title, "body", 1f));
        for (String line : Files.readAllLines(queries, StandardCharsets.UTF_8)) {
            String[] cells = line.split("\t", -1);
            ScoreDoc[] hits = searcher.search(parser.parse(QueryParser.escape(cells[1].toLowerCase())), RESULTS).scoreDocs;
            for (int i = 0; i < hits.length; i++)
                System.out.printf("%s Q0 %s %d %s %s%n", cells[0], searcher.doc(hits[i].doc).get("id"), i + 1, hits[i].score, name);
        }
    }
}
