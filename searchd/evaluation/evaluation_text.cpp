#include <algorithm>

#include <fmt/format.h>

#include "searchd/evaluation/evaluation_report.hpp"

namespace schakel {
namespace {

constexpr std::size_t most_documents_shown = 5;

/// Writes words and numbers as one language has them.
class ReportWriter {
public:
    explicit ReportWriter(Language language) : language_(language) {}

    std::string take() { return std::move(text_); }

    void add_head(const EvaluationReport& report) {
        line(say({"Index: generatie {}, {} producten. Gemiddeld {} ms per zoekvraag, zonder fragmenten.",
                  "Index: generation {}, {} products. {} ms per query on average, without passages."}),
             report.generation, report.products, number(report.milliseconds_per_query, 2));
        for (const Text& notice : report.notices) line("- {}", notice.in(language_));
    }

    void add_classes(const std::vector<ClassSummary>& classes) {
        const std::size_t width = class_width(classes);
        std::string header = class_header(width);
        for (const std::string_view name : measure_names) header += fmt::format("  {:>9}", name);
        line("\n{}", header);
        for (const ClassSummary& one : classes) {
            std::string row = class_row(one, width);
            for (const double value : one.mean) row += fmt::format("  {:>9}", number(value, 4));
            line("{}", row);
        }
    }

    void add_comparison(const BaselineComparison& baseline, const std::vector<ClassSummary>& now) {
        const Comparison& comparison = baseline.comparison;
        line(say({"\nVergeleken met {}:\n", "\nCompared with {}:\n"}), baseline.file);
        add_measures(comparison, now.front().mean);
        if (now.size() > 1) add_class_changes(comparison.before, now);
        add_changes(say({"Grootste verliezen", "Largest losses"}), comparison.losses);
        add_changes(say({"Grootste winsten", "Largest gains"}), comparison.gains);
    }

private:
    template <class... Values>
    void line(std::string_view form, const Values&... values) {
        text_ += fmt::format(fmt::runtime(form), values...) + '\n';
    }

    std::string say(const Text& text) const { return text.in(language_); }

    std::string number(double value, int decimals, bool with_sign = false) const {
        std::string written =
            with_sign ? fmt::format("{:+.{}f}", value, decimals) : fmt::format("{:.{}f}", value, decimals);
        if (language_ == Language::dutch) std::replace(written.begin(), written.end(), '.', ',');
        return written;
    }

    std::string chance(double p) const { return p < 0.0001 ? "<" + number(0.0001, 4) : number(p, 4); }

    std::string name_of(const ClassSummary& one) const {
        return one.query_class.empty() ? say({"alle", "all"}) : one.query_class;
    }

    std::size_t class_width(const std::vector<ClassSummary>& classes) const {
        std::size_t width = 8;
        for (const ClassSummary& one : classes) width = std::max(width, name_of(one).size());
        return width;
    }

    std::string class_header(std::size_t width) const {
        return fmt::format("{:<{}}  {:>7}", say({"klasse", "class"}), width, say({"vragen", "queries"}));
    }

    std::string class_row(const ClassSummary& one, std::size_t width) const {
        return fmt::format("{:<{}}  {:>7}", name_of(one), width, one.queries);
    }

    std::string change(double before, double after) const {
        return fmt::format("  {:>8}  {:>8}  {:>8}", number(before, 4), number(after, 4),
                           number(after - before, 4, true));
    }

    std::string change_header() const {
        return fmt::format("  {:>8}  {:>8}  {:>8}", say({"eerder", "before"}), say({"nu", "now"}),
                           say({"verschil", "change"}));
    }

    void add_measures(const Comparison& comparison, const Measures& now) {
        const Measures& before = comparison.before.front().mean;
        line("{:<9}{}  {:>7}", "", change_header(), "p");
        for (std::size_t i = 0; i < measure_count; ++i)
            line("{:<9}{}  {:>7}", measure_names[i], change(before[i], now[i]), chance(comparison.tests[i].p_value));
        line("{}", say({"p: kans op minstens zo’n verschil als beide even goed zijn (gepaarde randomisatietoets).",
                        "p: chance of at least this change if both are equally good (paired randomisation test)."}));
    }

    void add_class_changes(const std::vector<ClassSummary>& before, const std::vector<ClassSummary>& now) {
        const std::size_t width = class_width(now);
        constexpr auto ndcg = static_cast<std::size_t>(Measure::ndcg_10);
        line(say({"\nnDCG@10 per klasse:", "\nnDCG@10 by class:"}));
        line("{}{}", class_header(width), change_header());
        for (std::size_t i = 0; i < now.size(); ++i)
            line("{}{}", class_row(now[i], width), change(before[i].mean[ndcg], now[i].mean[ndcg]));
    }

    void add_changes(const std::string& title, const std::vector<QueryChange>& changes) {
        line("\n{} (nDCG@10):", title);
        if (changes.empty()) line("  {}", say({"geen", "none"}));
        for (const QueryChange& one : changes) {
            const JudgedQuery& query = one.query;
            const std::string query_class = query.query_class.empty() ? "" : fmt::format(" [{}]", query.query_class);
            line("  {} → {}  {}{}  ({})", number(value_of(one.before, Measure::ndcg_10), 4),
                 number(value_of(one.after, Measure::ndcg_10), 4), query.text, query_class, query.id);
            add_ranks(one.documents);
        }
    }

    void add_ranks(const std::vector<RankChange>& documents) {
        const std::size_t shown = std::min(documents.size(), most_documents_shown);
        for (std::size_t i = 0; i < shown; ++i)
            line("      {}: {} → {}", documents[i].document, place(documents[i].before), place(documents[i].after));
        if (documents.size() > shown)
            line(say({"      en nog {} van de relevante producten", "      and {} more of the relevant products"}),
                 documents.size() - shown);
    }

    static std::string place(const std::optional<int>& rank) {
        return rank ? fmt::format("{}", *rank) : fmt::format(">{}", deepest_rank);
    }

    Language language_;
    std::string text_;
};

}  // namespace

std::string to_text(const EvaluationReport& report, Language language) {
    ReportWriter writer(language);
    writer.add_head(report);
    writer.add_classes(report.classes);
    if (report.baseline) writer.add_comparison(*report.baseline, report.classes);
    return writer.take();
}

}  // namespace schakel
