#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "corpus/record_builder.hpp"

namespace schakel {

/// The keys of a file that mean nothing to us. Each is reported once per file, in the record where it first occurs.
class UnusedKeys {
public:
    void add(std::string_view key);

    /// Puts one notice with the keys added since the last call into the record; none when there are none.
    void report_to(RecordBuilder& record);

private:
    std::set<std::string, std::less<>> known_;
    std::vector<std::string> fresh_;
};

/// Puts the keys and values of a JSON object into a record, by the rules in FORMATS.md: a single value may stand where a list
/// is possible; null, empty strings and empty lists mean unknown; a value may be an object with `code`, `naam`, `label`, … and
/// the attributes of its field. What cannot be read becomes a problem of the record.
void add_keyed_values(const nlohmann::json& object, RecordBuilder& record, UnusedKeys& unused);

}  // namespace schakel
