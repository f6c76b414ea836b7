#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/reader.hpp"
#include "corpus/record_fields.hpp"
#include "corpus/record_problems.hpp"

namespace schakel {

/// Gathers what a file says about one record: values, problems, notices. One per record.
class RecordBuilder {
public:
    /// `location` as in ReadRecord. `id` is used until `set_id` is called; empty when the record must bring its own.
    RecordBuilder(std::string location, std::string id);

    /// One that goes on with a record that was read before: what is added replaces or adds to what it has.
    static RecordBuilder of(std::string location, KnowledgeProduct product);

    /// Makes a field unknown again.
    void clear(const RecordField& field) { field.clear(product_); }

    /// Takes an id without white space at its ends, and otherwise as it is: `Resolver` refuses control characters.
    void set_id(std::string_view written);

    /// Says that the values come from a standard with vocabularies other than ours: see KnowledgeProduct::foreign_values.
    void set_foreign_values() { product_.foreign_values = true; }

    /// Adds one value. A second value for a field that has only one is a problem.
    void add(const RecordField& field, const WrittenValue& value);

    void problem(ErrorCode code, Text message, Text hint = {}) {
        problems_.add(code, std::move(message), std::move(hint));
    }
    void notice(Text text) { notices_.push_back(std::move(text)); }

    const KnowledgeProduct& product() const { return product_; }

    /// The record, or all its problems in one error; missing_field when it has no id, or neither title nor text.
    ReadRecord finish() &&;

private:
    std::string location_;
    KnowledgeProduct product_;
    std::vector<const RecordField*> seen_;
    RecordProblems problems_;
    std::vector<Text> notices_;
};

/// The id of a file that brings none: XXH3 (64 bits, 16 hexadecimal digits) of its uri, so it stays while the file does.
std::string id_of_uri(std::string_view uri);

}  // namespace schakel
