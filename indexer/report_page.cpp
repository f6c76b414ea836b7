#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

#include "config/decimal_number.hpp"
#include "indexer/report.hpp"

namespace schakel {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

constexpr const char* page_template = R"(<!doctype html>
<html lang="{{lang}}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}}</title>
<style>
:root { color-scheme: light dark; --ink: #1d2624; --soft: #4b5754; --paper: #faf8f3; --card: #fff; --line: #ddd7c9; --link: #0b5751; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9ece7; --soft: #b6c1bd; --paper: #131a19; --card: #1b2423; --line: #35423f; --link: #93d6cb; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 60rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
h1, h2 { font-family: Charter, Cambria, Georgia, serif; line-height: 1.2; }
a { color: var(--link); }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: .5rem; margin: 0; }
dl div, details { background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .75rem; }
dt { color: var(--soft); font-size: .875rem; }
dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
details { margin: .5rem 0; }
summary { cursor: pointer; font-weight: 600; }
li { margin: .5rem 0; }
.advice { color: var(--soft); }
p.message { margin: 0; white-space: pre-line; }
</style>
<main>
<h1>{{title}}</h1>
<p>{{outcome}}</p>
<dl>{{#counts}}<div><dt>{{name}}</dt><dd>{{count}}</dd></div>{{/counts}}</dl>
{{#groups}}
<h2>{{heading}}</h2>
{{#reasons}}
<details{{#open}} open{{/open}}><summary>{{reason}}: {{count}}</summary>
<ul>
{{#items}}
<li>{{#address}}<a href="{{address}}">{{location}}</a>{{/address}}{{^address}}{{location}}{{/address}}
<p class="message">{{message}}</p>{{#advice}}<p class="message advice">{{advice}}</p>{{/advice}}</li>
{{/items}}
</ul></details>
{{/reasons}}
{{/groups}}
</main>
</html>
)";

data item(const std::string& location, const std::string& address, const std::string& message,
          const std::string& advice) {
    data view{data::type::object};
    view["location"] = location;
    view["address"] = address.empty() ? data{data::type::bool_false} : data{address};
    view["message"] = message;
    view["advice"] = advice.empty() ? data{data::type::bool_false} : data{advice};
    return view;
}

/// Items under the reason that they share.
using Reasons = std::map<std::string, std::vector<data>>;

data group(const std::string& heading, const Reasons& reasons) {
    constexpr std::size_t most_open = 20;  // items; longer lists start closed
    data all{data::type::list};
    for (const auto& [reason, items] : reasons) {
        data view{data::type::object};
        view["reason"] = reason;
        view["count"] = std::to_string(items.size());
        view["open"] = data{items.size() <= most_open ? data::type::bool_true : data::type::bool_false};
        data listed{data::type::list};
        for (const data& one : items) listed.push_back(one);
        view["items"] = std::move(listed);
        all.push_back(view);
    }
    data view{data::type::object};
    view["heading"] = heading;
    view["reasons"] = std::move(all);
    return view;
}

Reasons skipped_by_reason(const RunReport& report, Language language) {
    Reasons reasons;
    for (const Skipped& skipped : report.skipped) {
        const ErrorRow& row = row_of(skipped.error.code);
        const std::string_view reason = language == Language::dutch ? row.title_nl : row.title_en;
        reasons[std::string{reason}].push_back(item(
            skipped.location, skipped.address, skipped.error.message.in(language), skipped.error.hint.in(language)));
    }
    return reasons;
}

Reasons notices_by_text(const RunReport& report, Language language) {
    Reasons reasons;
    for (const Notice& notice : report.notices)
        reasons[notice.text.in(language)].push_back(item(notice.location, "", "", ""));
    return reasons;
}

Reasons copies_by_product(const RunReport& report) {
    Reasons reasons;
    for (const Copy& copy : report.copies) reasons[copy.product].push_back(item(copy.location, "", copy.id, ""));
    return reasons;
}

Reasons ids(const std::vector<std::string>& all, const std::string& reason) {
    Reasons reasons;
    for (const std::string& id : all) reasons[reason].push_back(item(id, "", "", ""));
    return reasons;
}

data counts(const RunReport& report, bool dutch) {
    data all{data::type::list};
    const auto add = [&](const char* nl, const char* en, std::uint64_t count) {
        data view{data::type::object};
        view["name"] = std::string{dutch ? nl : en};
        view["count"] = std::to_string(count);
        all.push_back(view);
    };
    add("bestanden", "files", report.files);
    add("records", "records", report.records);
    if (report.is_update) {
        add("toegevoegd", "added", report.added);
        add("gewijzigd", "changed", report.changed);
        add("ongewijzigd", "unchanged", report.unchanged);
        add("verdwenen", "gone", report.removed.size());
    }
    add("overgeslagen", "skipped", report.skipped.size());
    add("meldingen", "notices", report.notices.size());
    return all;
}

std::string outcome(const RunReport& report, bool dutch) {
    if (!report.generation) return dutch ? "Er is geen nieuwe index gepubliceerd." : "No new index was published.";
    return dutch ? fmt::format("Generatie {} met {} producten is klaar, in {} seconden.", *report.generation,
                               report.products, decimal_number(report.seconds, 1, Language::dutch))
                 : fmt::format("Generation {} with {} products is ready, in {} seconds.", *report.generation,
                               report.products, decimal_number(report.seconds, 1, Language::english));
}

}  // namespace

std::string to_html(const RunReport& report, Language language) {
    const bool dutch = language == Language::dutch;
    data groups{data::type::list};
    const auto add = [&](const char* nl, const char* en, const Reasons& reasons) {
        if (!reasons.empty()) groups.push_back(group(dutch ? nl : en, reasons));
    };
    add("Overgeslagen", "Skipped", skipped_by_reason(report, language));
    add("Hetzelfde werk als een ander product", "The same work as another product", copies_by_product(report));
    add("Op de lijst van verwijderde producten", "On the list of removed products", ids(report.blocked, "id"));
    add("Verdwenen", "Gone", ids(report.removed, "id"));
    add("Let op", "Notices", notices_by_text(report, language));
    data view{data::type::object};
    view["lang"] = std::string{dutch ? "nl" : "en"};
    view["title"] = std::string{dutch ? "Verslag van het indexeren" : "Report of indexing"};
    view["outcome"] = outcome(report, dutch);
    view["counts"] = counts(report, dutch);
    view["groups"] = std::move(groups);
    return mustache{page_template}.render(view);
}

}  // namespace schakel
