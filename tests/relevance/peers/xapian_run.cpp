// A TREC run of Xapian as it comes: TermGenerator, QueryParser with any of the words, BM25.
// Arguments: docs.tsv (id, title, text), queries.tsv, a stemmer ("dutch", "kraaij_pohlmann"), the weight of titles.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include <xapian.h>

namespace {

constexpr Xapian::doccount results = 50;

std::string cell(std::istringstream& line) {
    std::string text;
    std::getline(line, text, '\t');
    return text;
}

void index(const char* documents, const Xapian::Stem& stemmer, Xapian::termcount title_weight,
           Xapian::WritableDatabase& database) {
    Xapian::TermGenerator generator;
    generator.set_stemmer(stemmer);
    std::ifstream file(documents);
    for (std::string line; std::getline(file, line);) {
        std::istringstream cells(line);
        Xapian::Document document;
        document.set_data(cell(cells));
        generator.set_document(document);
        generator.index_text(cell(cells), title_weight);
        generator.increase_termpos();
        generator.index_text(cell(cells));
        database.add_document(document);
    }
    database.commit();
}

void search(const char* queries, const Xapian::Stem& stemmer, const Xapian::WritableDatabase& database,
            const std::string& name) {
    Xapian::QueryParser parser;
    parser.set_stemmer(stemmer);
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser.set_database(database);
    Xapian::Enquire enquire(database);
    std::ifstream file(queries);
    for (std::string line; std::getline(file, line);) {
        std::istringstream cells(line);
        const std::string id = cell(cells);
        enquire.set_query(parser.parse_query(cell(cells), 0));
        const Xapian::MSet found = enquire.get_mset(0, results);
        for (Xapian::MSetIterator hit = found.begin(); hit != found.end(); ++hit)
            std::cout << id << " Q0 " << hit.get_document().get_data() << ' ' << hit.get_rank() + 1 << ' '
                      << hit.get_weight() << ' ' << name << '\n';
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 5) {
        std::cerr << "usage: xapian_run DOCS QUERIES STEMMER TITLE-WEIGHT\n";
        return 2;
    }
    try {
        const Xapian::Stem stemmer(arguments[3]);
        Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
        index(arguments[1], stemmer, static_cast<Xapian::termcount>(std::atoi(arguments[4])), database);
        search(arguments[2], stemmer, database, std::string("xapian-") + arguments[3]);
    } catch (const Xapian::Error& error) {
        std::cerr << error.get_description() << '\n';
        return 3;
    }
    return 0;
}
