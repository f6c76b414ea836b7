#include "corpus/record_builder.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <xxhash.h>

namespace schakel {

namespace {

bool has_text(const KnowledgeProduct& product) {
    return std::ranges::any_of(product.pages, [](const Page& page) { return !page.text.empty(); });
}

void require_fields(const KnowledgeProduct& product, RecordProblems& problems) {
    const bool may_be_refused_title = !problems.empty();  // then it is not missing
    if (product.id.empty()) {
        problems.add(ErrorCode::missing_field, {"id ontbreekt", "id is missing"},
                     {"geef elk record een eigen, blijvende id", "give every record a lasting id of its own"});
    }
    if (product.title.empty() && !has_text(product) && !may_be_refused_title) {
        problems.add(ErrorCode::missing_field, {"titel en tekst ontbreken", "title and text are missing"},
                     {"geef ten minste een van beide", "give at least one of them"});
    }
}

}  // namespace

RecordBuilder::RecordBuilder(std::string location, std::string id) : location_(std::move(location)) {
    product_.id = std::move(id);
}

RecordBuilder RecordBuilder::of(std::string location, KnowledgeProduct product) {
    RecordBuilder builder{std::move(location), std::string{}};
    builder.product_ = std::move(product);
    return builder;
}

void RecordBuilder::set_id(std::string_view written) {
    constexpr std::string_view white_space = " \t\r\n";
    const std::size_t start = std::min(written.find_first_not_of(white_space), written.size());
    const std::size_t end = written.find_last_not_of(white_space) + 1;  // npos + 1 is 0
    product_.id = start < end ? written.substr(start, end - start) : std::string_view{};
}

void RecordBuilder::add(const RecordField& field, const WrittenValue& value) {
    const bool was_seen = std::ranges::find(seen_, &field) != seen_.end();
    if (was_seen && !field.repeatable) {
        problem(ErrorCode::malformed,
                {value.field.nl + ": staat er meer dan één keer", value.field.en + ": occurs more than once"},
                {"dit veld heeft hoogstens één waarde", "this field has one value at most"});
        return;
    }
    if (!was_seen) seen_.push_back(&field);
    field.assign(product_, value, problems_);
}

ReadRecord RecordBuilder::finish() && {
    require_fields(product_, problems_);
    if (!problems_.empty()) return {std::move(location_), tl::unexpected(problems_.to_error()), std::move(notices_)};
    return {std::move(location_), std::move(product_), std::move(notices_)};
}

std::string id_of_uri(std::string_view uri) { return fmt::format("{:016x}", XXH3_64bits(uri.data(), uri.size())); }

}  // namespace schakel
