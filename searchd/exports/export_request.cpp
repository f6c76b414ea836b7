#include "searchd/exports/export_request.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "config/utf8.hpp"

namespace schakel {

namespace {

/// Takes the parameters of its own out of those of a request; the others are those of a search.
class ExportReader {
public:
    explicit ExportReader(ExportForm form) : form_(form) {}

    void read(const std::string& name, const std::string& value) {
        if (name == "id") return add_id(value);
        if (name == "scheidingsteken" && form_ == ExportForm::table) return set_separator(value);
        search_.emplace_back(name, value);
    }

    Checked<ExportRequest> finish(const Installation& installation, const IndexSnapshot& snapshot) {
        if (request_.ids.size() > most_selected)
            problem("id", fmt::format("Een selectie heeft ten hoogste {} producten.", most_selected),
                    fmt::format("A selection has at most {} products.", most_selected));
        if (asks_selection_) {
            for (const auto& [name, value] : search_)
                problem(first_invalid_utf8(name) ? "?" : name, "Deze parameter gaat niet samen met id.",
                        "This parameter does not go together with id.");
        } else {
            read_search(installation, snapshot);
        }
        if (!problems_.empty()) return tl::unexpected(std::move(problems_));
        return std::move(request_);
    }

private:
    void problem(std::string_view name, std::string nl, std::string en) {
        problems_.push_back({std::string(name), {std::move(nl), std::move(en)}});
    }

    void add_id(const std::string& value) {
        asks_selection_ = true;
        if (value.empty()) return problem("id", "De waarde is leeg.", "The value is empty.");
        if (first_invalid_utf8(value))
            return problem("id", "De tekst is geen geldige UTF-8.", "The text is not valid UTF-8.");
        if (std::find(request_.ids.begin(), request_.ids.end(), value) == request_.ids.end())
            request_.ids.push_back(value);
    }

    void set_separator(const std::string& value) {
        if (std::exchange(has_separator_, true))
            problem("scheidingsteken", "Deze parameter mag maar één keer voorkomen.",
                    "This parameter may occur only once.");
        if (value == "komma")
            request_.separator = ',';
        else if (value != "puntkomma")
            problem("scheidingsteken", fmt::format("\"{}\" kan niet; kies puntkomma of komma.", value),
                    fmt::format("\"{}\" is not possible; choose puntkomma or komma.", value));
    }

    void read_search(const Installation& installation, const IndexSnapshot& snapshot) {
        auto asked = parse_search_request(search_, installation, snapshot);
        if (!asked) {
            problems_.insert(problems_.end(), asked.error().begin(), asked.error().end());
            return;
        }
        request_.search = std::move(*asked);
        request_.search.page = 1;
        request_.search.per_page = std::min(most_exported, installation.settings.search.maximum_results_reached);
    }

    ExportForm form_;
    ExportRequest request_;
    QueryParameters search_;
    std::vector<ParameterProblem> problems_;
    bool asks_selection_ = false;
    bool has_separator_ = false;
};

}  // namespace

Checked<ExportRequest> parse_export_request(const QueryParameters& parameters, ExportForm form,
                                            const Installation& installation, const IndexSnapshot& snapshot) {
    ExportReader reader(form);
    for (const auto& [name, value] : parameters) reader.read(name, value);
    return reader.finish(installation, snapshot);
}

}  // namespace schakel
