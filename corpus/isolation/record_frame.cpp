#include "corpus/isolation/record_frame.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "config/utf8.hpp"
#include "corpus/value_names.hpp"

namespace schakel {

namespace {

using Length = std::uint32_t;

constexpr Length longest_list = 1'000'000;  // an empty value costs less in a frame than in memory

template <class T, class Plain>
concept Any = std::same_as<std::remove_const_t<T>, Plain>;

// Each takes an object apart with a structured binding, so that a new member does not compile until it is passed on. Writing
// and reading share them, so that they cannot drift apart.

void visit_members(auto& visit, Any<Text> auto& text) {
    auto& [nl, en] = text;
    visit(nl, en);
}

void visit_members(auto& visit, Any<Error> auto& error) {
    auto& [code, message, hint] = error;
    visit(code, message, hint);
}

void visit_members(auto& visit, Any<Recognition> auto& recognition) {
    auto& [evidence, confidence] = recognition;
    visit(evidence, confidence);
}

void visit_members(auto& visit, Any<CodedValue> auto& value) {
    auto& [code, provenance, recognition] = value;
    visit(code, provenance, recognition);
}

void visit_members(auto& visit, Any<RegionValue> auto& value) {
    auto& [code, role, provenance, recognition] = value;
    visit(code, role, provenance, recognition);
}

void visit_members(auto& visit, Any<OrganisationValue> auto& value) {
    auto& [code, name, role, provenance, recognition] = value;
    visit(code, name, role, provenance, recognition);
}

void visit_members(auto& visit, Any<Relation> auto& relation) {
    auto& [id, kind] = relation;
    visit(id, kind);
}

void visit_members(auto& visit, Any<Page> auto& page) {
    auto& [number, text] = page;
    visit(number, text);
}

void visit_members(auto& visit, Any<ProductFile> auto& file) {
    auto& [url, media_type] = file;
    visit(url, media_type);
}

void visit_members(auto& visit, Any<Rights> auto& rights) {
    auto& [licence, show_text, longest_fragment] = rights;
    visit(licence, show_text, longest_fragment);
}

void visit_members(auto& visit, Any<Verdict> auto& verdict) {
    auto& [field, code, holds] = verdict;
    visit(field, code, holds);
}

void visit_members(auto& visit, Any<KnowledgeProduct> auto& product) {
    auto& [id, title, type, kind, abstract, abstract_language, themes, domains, regions, audiences, populations,
           activities, organisations, authors, scale, evidence, evidence_source, knowledge_kinds, forms, keywords, year,
           recognised_year, date, start_year, language, url, url_consulted, sources, reference_date, status, successor,
           last_checked, relations, note, pages, files, rights, foreign_values, recognise, verdicts] = product;
    visit(id, title, type, kind, abstract, abstract_language, themes, domains, regions, audiences, populations,
          activities, organisations, authors, scale, evidence, evidence_source, knowledge_kinds, forms, keywords, year,
          recognised_year, date, start_year, language, url, url_consulted, sources, reference_date, status, successor,
          last_checked, relations, note, pages, files, rights, foreign_values, recognise, verdicts);
}

void visit_members(auto& visit, Any<ReadRecord> auto& record) {
    auto& [location, product, notices, raw_hash] = record;
    visit(location, product, notices, raw_hash);
}

template <class T>
concept Number = std::same_as<T, std::uint8_t> || std::same_as<T, Length> || std::same_as<T, int> ||
                 std::same_as<T, std::uint64_t> || std::same_as<T, double>;

template <class Enumeration>
std::size_t number_of_values(Enumeration) = delete;
std::size_t number_of_values(Provenance) { return provenance_names.size(); }
std::size_t number_of_values(RegionRole) { return region_role_names.size(); }
std::size_t number_of_values(OrganisationRole) { return organisation_role_names.size(); }
std::size_t number_of_values(RelationKind) { return relation_names.size(); }
std::size_t number_of_values(ProductStatus) { return status_names.size(); }
std::size_t number_of_values(ErrorCode) { return error_table().size(); }

class FrameWriter {
public:
    template <class... Members>
    void operator()(const Members&... members) {
        (put(members), ...);
    }

    std::string finish() && { return std::move(bytes_); }

private:
    template <Number N>
    void put(const N& number) {
        std::array<char, sizeof(N)> bytes;
        std::memcpy(bytes.data(), &number, sizeof(N));
        bytes_.append(bytes.data(), bytes.size());
    }

    void put(bool flag) { put(static_cast<std::uint8_t>(flag ? 1 : 0)); }

    void put(const std::string& text) {
        put(static_cast<Length>(text.size()));
        bytes_ += text;
    }

    template <class Enumeration>
        requires std::is_enum_v<Enumeration>
    void put(Enumeration value) {
        put(static_cast<std::uint8_t>(value));
    }

    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value) put(*value);
    }

    template <class T>
    void put(const std::vector<T>& list) {
        put(static_cast<Length>(list.size()));
        for (const T& value : list) put(value);
    }

    template <class T>
    void put(const Result<T>& result) {
        put(result.has_value());
        if (result) {
            put(*result);
        } else {
            put(result.error());
        }
    }

    template <class T>
        requires std::is_class_v<T>
    void put(const T& object) {
        visit_members(*this, object);
    }

    std::string bytes_;
};

/// After the first fault everything that is taken is empty, and `finish` says so.
class FrameParser {
public:
    explicit FrameParser(std::string_view bytes) : rest_(bytes) {}

    template <class... Members>
    void operator()(Members&... members) {
        (take(members), ...);
    }

    /// Whether all bytes were one sound record.
    bool finish() const { return is_sound_ && rest_.empty(); }

private:
    std::string_view take_bytes(std::size_t count) {
        is_sound_ = is_sound_ && count <= rest_.size();
        if (!is_sound_) return {};
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

    template <Number N>
    void take(N& number) {
        const std::string_view bytes = take_bytes(sizeof(N));
        if (bytes.size() == sizeof(N)) std::memcpy(&number, bytes.data(), bytes.size());
        if constexpr (std::same_as<N, double>) is_sound_ = is_sound_ && std::isfinite(number);
    }

    void take(bool& flag) {
        std::uint8_t number = 0;
        take(number);
        is_sound_ = is_sound_ && number <= 1;
        flag = number == 1;
    }

    void take(std::string& text) {
        Length length = 0;
        take(length);
        const std::string_view bytes = take_bytes(length);
        is_sound_ = is_sound_ && !first_invalid_utf8(bytes);
        text = bytes;
    }

    template <class Enumeration>
        requires std::is_enum_v<Enumeration>
    void take(Enumeration& value) {
        std::uint8_t number = 0;
        take(number);
        is_sound_ = is_sound_ && number < number_of_values(value);
        if (is_sound_) value = static_cast<Enumeration>(number);
    }

    template <class T>
    void take(std::optional<T>& value) {
        bool is_present = false;
        take(is_present);
        if (is_present) take(value.emplace());
    }

    template <class T>
    void take(std::vector<T>& list) {
        Length length = 0;
        take(length);
        is_sound_ = is_sound_ && length <= longest_list;
        for (Length i = 0; is_sound_ && i < length; ++i) take(list.emplace_back());
    }

    template <class T>
    void take(Result<T>& result) {
        bool is_value = false;
        take(is_value);
        if (is_value) {
            take(*result);
        } else {
            Error error;
            take(error);
            result = tl::unexpected(std::move(error));
        }
    }

    template <class T>
        requires std::is_class_v<T>
    void take(T& object) {
        visit_members(*this, object);
    }

    std::string_view rest_;
    bool is_sound_ = true;
};

bool is_complete(const Text& text) { return !text.nl.empty() && !text.en.empty(); }

bool has_content(const KnowledgeProduct& product) {
    return !product.id.empty() && (!product.title.empty() || !product.pages.empty());
}

bool keeps_promises(const ReadRecord& record) {
    for (const Text& notice : record.notices)
        if (!is_complete(notice)) return false;
    return record.product ? has_content(*record.product) : is_complete(record.product.error().message);
}

}  // namespace

std::string encode_read_record(const ReadRecord& record) {
    FrameWriter writer;
    visit_members(writer, record);
    return std::move(writer).finish();
}

Result<ReadRecord> decode_read_record(std::string_view bytes) {
    ReadRecord record;
    FrameParser parser{bytes};
    visit_members(parser, record);
    if (!parser.finish() || !keeps_promises(record))
        return fail(ErrorCode::malformed, {"dit is geen record van een lezer", "this is no record of a reader"});
    return record;
}

}  // namespace schakel
