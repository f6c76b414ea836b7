#pragma once

#include "analyzers/expansion/expansion_tables.hpp"
#include "analyzers/foreign_words.hpp"
#include "analyzers/installation.hpp"
#include "analyzers/word_analyzer.hpp"
#include "searchd/query/query.hpp"

namespace schakel {

/// Adds to every clause the other ways in which a product can have it, each with its reason and a weight of schakel.toml; a
/// weight of 0 leaves that kind out. Words in quotes and -words stay what they are.
/// Holds stemmers: one expander per thread. What it is made with must outlive it.
class QueryExpander {
public:
    QueryExpander(const Installation& installation, const ExpansionTables& tables)
        : settings_(installation.settings.search),
          tables_(tables),
          lexicon_(*installation.language.lexicon),
          words_(installation.language) {}

    /// `with_synonyms` = false leaves out other names, whatever their weight.
    void expand(Query& query, bool with_synonyms = true);

private:
    void add_forms(QueryClause& clause);
    void add_compound(QueryClause& clause) const;
    void add_derivations(QueryClause& clause) const;
    void add_joined_neighbours(QueryClause& left, QueryClause& right) const;
    void add_synonyms(Query& query) const;
    std::size_t add_synonyms_at(Query& query, std::size_t first) const;
    std::string joined_term(const Word& left, const Word& right) const;

    const Settings::Search& settings_;
    const ExpansionTables& tables_;
    const Lexicon& lexicon_;
    WordAnalyzer words_;
    ForeignWords foreign_;
};

}  // namespace schakel
