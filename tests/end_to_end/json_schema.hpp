#pragma once

#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace schakel {

/// Holds JSON against the schemas of an OpenAPI 3.0 document. Stricter than a client may be: a property that is not described is
/// wrong, and so is a keyword of a schema that this does not know, because it would otherwise promise nothing.
/// One thread; the document must outlive it.
class SchemaCheck {
public:
    explicit SchemaCheck(const nlohmann::ordered_json& document) : document_(document) {}

    /// Where `value` departs from `schema`, as "resultaten.0.jaar: 3.5 is no integer". Empty when it does not.
    std::vector<std::string> problems(const nlohmann::ordered_json& value, const nlohmann::ordered_json& schema);

    /// The properties of named schemas that a value had, as "Treffer.jaar", over all calls.
    const std::set<std::string>& seen() const { return seen_; }

    /// The properties of named schemas that the document describes.
    std::set<std::string> described() const;

private:
    using Json = nlohmann::ordered_json;

    /// A value, where it stands, and the schema that it must obey.
    struct Case {
        const Json& value;
        const Json& schema;
        std::string place;
        std::string name;  // of the schema; empty when it has none
    };

    using Keyword = void (SchemaCheck::*)(const Case& at, const Json& rule);
    static Keyword keyword(const std::string& name);

    void check(const Json& value, const Json& schema, const std::string& place);
    void apply(const Case& at);
    void problem(const Case& at, const std::string& what);

    void ignore(const Case&, const Json&) {}
    void check_type(const Case& at, const Json& type);
    void check_properties(const Case& at, const Json& properties);
    void check_required(const Case& at, const Json& names);
    void check_items(const Case& at, const Json& schema);
    void check_enum(const Case& at, const Json& values);
    void check_format(const Case& at, const Json& format);
    void check_pattern(const Case& at, const Json& pattern);
    void check_minimum(const Case& at, const Json& least);
    void check_maximum(const Case& at, const Json& most);
    void check_min_length(const Case& at, const Json& least);
    void check_max_length(const Case& at, const Json& most);

    const Json& document_;
    std::vector<std::string> problems_;
    std::set<std::string> seen_;
};

}  // namespace schakel
