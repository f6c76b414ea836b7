#include "corpus/source.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>
#include <xxhash.h>

#include "config/utf8.hpp"
#include "corpus/excerpt.hpp"
#include "corpus/reader_registry.hpp"
#include "corpus/readers/table/column_mapping.hpp"

namespace schakel {

namespace fs = std::filesystem;

namespace {

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

/// README.md and the like say something about a folder; they are no products.
bool describes_folder(const fs::path& path) {
    constexpr std::array<std::string_view, 4> names{"README.md", "README.txt", "LICENSE.md", "LICENSE.txt"};
    return std::ranges::find(names, path.filename().string()) != names.end();
}

std::int64_t nanoseconds_since_1970(fs::file_time_type time) {
    const auto system_time = std::chrono::file_clock::to_sys(time);
    return std::chrono::duration_cast<std::chrono::nanoseconds>(system_time.time_since_epoch()).count();
}

Error not_found() {
    return {ErrorCode::not_found,
            {"dit bestand of deze map bestaat niet", "no such file or folder"},
            {"controleer de naam, en waar een koppeling naar wijst", "check the name, and where a link points to"}};
}

Error not_harvested(const std::string& name) {
    return {ErrorCode::not_found,
            {"deze bron is nog niet geoogst", "this source has not been harvested yet"},
            {fmt::format("draai eerst: schakel-indexer harvest {}", name),
             fmt::format("first run: schakel-indexer harvest {}", name)}};
}

Error unreadable(const std::string& reason) {
    return {ErrorCode::unreadable,
            {fmt::format("lezen is niet mogelijk ({})", reason), fmt::format("reading is not possible ({})", reason)},
            {"controleer de leesrechten van de gebruiker waaronder dit programma draait",
             "check the read permission of the user who runs this program"}};
}

Error empty_source() {
    return {ErrorCode::empty_source,
            {"deze bron bevat geen bestand dat kan worden gelezen", "this source holds no file that can be read"},
            {"FORMATS.md noemt de bestandssoorten", "FORMATS.md lists the formats"}};
}

Error mapping_without_table() {
    return {ErrorCode::not_found,
            {"bij dit kolommenbestand hoort geen tabel", "there is no table that this mapping of columns belongs to"},
            {"geef het de naam van de tabel: naam.kolommen.tsv naast naam.csv",
             "give it the name of the table: naam.kolommen.tsv beside naam.csv"}};
}

/// For a table with a mapping beside it, which is then a part of it.
void add_column_mapping(SourceItem& item) {
    if (!is_table(item.path)) return;
    const fs::path mapping = column_mapping_of(item.path);
    std::error_code error;
    const std::uintmax_t size = fs::file_size(mapping, error);
    if (error) return;
    item.column_mapping = mapping;
    item.size += size;
    item.mtime = std::max(item.mtime, nanoseconds_since_1970(fs::last_write_time(mapping, error)));
}

Error same_uri(const fs::path& path, const fs::path& other) {
    return {ErrorCode::usage,
            {fmt::format("{} en {} hebben in hun bron hetzelfde pad", other.string(), path.string()),
             fmt::format("{} and {} have the same path in their sources", other.string(), path.string())},
            {"geef de map waar beide onder liggen als bron", "give the folder above both as the source"}};
}

/// One walk over all sources.
class Walk {
public:
    void add_source(const Source& source) {
        if (source.is_harvested && !fs::exists(source.path, ignored_)) {
            result_.problems.push_back({source.name, not_harvested(source.name)});
            return;
        }
        const std::size_t before = found_;
        const bool is_folder = fs::is_directory(source.path, ignored_);
        location_of_source_ = source.path.string();
        terms_ = source.terms;
        name_length_ = source.name.empty() ? 0 : source.name.size() + 1;
        visit(source.path, is_folder ? source.name : below(source.name, source.path.filename().string()));
        if (is_folder && found_ == before) problem({}, empty_source());
    }

    SourceWalk finish() && {
        std::ranges::sort(result_.items, {}, &SourceItem::uri);
        std::ranges::stable_sort(result_.problems, {}, &SourceProblem::location);
        refuse_equal_uris();
        return std::move(result_);
    }

private:
    static std::string below(const std::string& uri, const std::string& name) {
        return uri.empty() ? name : uri + '/' + name;
    }

    void problem(const std::string& uri, Error error) {
        result_.problems.push_back({valid_utf8(uri.empty() ? location_of_source_ : uri), std::move(error)});
    }

    void visit(const fs::path& path, const std::string& uri) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (status.type() == fs::file_type::not_found) return problem(uri, not_found());
        if (error) return problem(uri, unreadable(error.message()));
        if (status.type() == fs::file_type::directory) return visit_folder(path, uri);
        if (status.type() != fs::file_type::regular) return problem(uri, unsupported_format(path));
        visit_file(path, uri);
    }

    /// A folder is entered once, so that a link to a folder above it ends there.
    void visit_folder(const fs::path& path, const std::string& uri) {
        std::error_code error;
        const fs::path canonical = fs::canonical(path, error);
        if (error) return problem(uri, unreadable(error.message()));
        if (!visited_.insert(canonical).second) {
            ++found_;  // what is in it was listed before, so this is no empty source
            return;
        }
        std::vector<fs::path> entries;
        for (fs::directory_iterator entry(path, error); !error && entry != fs::directory_iterator();
             entry.increment(error))
            if (!is_hidden(entry->path())) entries.push_back(entry->path());
        if (error) problem(uri, unreadable(error.message()));
        std::ranges::sort(entries);  // of a file and a link to it always the same one is listed
        for (const fs::path& entry : entries) {
            const std::string name = entry.filename().string();
            visit(entry, below(uri, name));
        }
    }

    void visit_file(const fs::path& path, const std::string& uri) {
        if (describes_folder(path)) return;
        if (is_column_mapping(path)) {
            if (!belongs_to_table(path)) problem(uri, mapping_without_table());
            return;
        }
        if (first_invalid_utf8(uri)) {
            return problem(uri, {ErrorCode::invalid_utf8,
                                 {"de bestandsnaam is geen UTF-8", "the file name is not UTF-8"},
                                 {"geef het bestand een andere naam", "rename the file"}});
        }
        const ReaderFormat* format = find_reader_format(path);
        if (format == nullptr) return problem(uri, unsupported_format(path));
        if (::access(path.c_str(), R_OK) != 0)
            return problem(uri, unreadable(std::error_code(errno, std::generic_category()).message()));
        add_item(path, uri, *format);
    }

    void add_item(const fs::path& path, const std::string& uri, const ReaderFormat& format) {
        std::error_code error;
        const fs::path canonical = fs::canonical(path, error);
        const std::uintmax_t size = error ? 0 : fs::file_size(path, error);
        const fs::file_time_type time = error ? fs::file_time_type{} : fs::last_write_time(path, error);
        if (error) return problem(uri, unreadable(error.message()));
        ++found_;
        if (!visited_.insert(canonical).second) return;
        const std::string_view below_source = std::string_view{uri}.substr(name_length_);
        const std::string address = address_below(terms_ ? terms_->public_url : std::string{}, below_source);
        result_.items.push_back(
            {path, uri, std::string{format.media_type}, nanoseconds_since_1970(time), size, address, terms_});
        add_column_mapping(result_.items.back());
    }

    /// Of two files with one uri the first stays: an index that knows files by their uri could not tell them apart.
    void refuse_equal_uris() {
        std::vector<SourceItem> unique;
        for (SourceItem& item : result_.items) {
            if (!unique.empty() && unique.back().uri == item.uri) {
                result_.problems.push_back({item.uri, same_uri(item.path, unique.back().path)});
            } else {
                unique.push_back(std::move(item));
            }
        }
        result_.items = std::move(unique);
    }

    SourceWalk result_;
    std::set<fs::path> visited_;  // canonical paths of files and folders
    std::string location_of_source_;
    std::shared_ptr<const SourceTerms> terms_;
    std::size_t name_length_ = 0;  // of the name of the source at hand, with the '/' behind it
    std::size_t found_ = 0;        // files to read, those that were listed before included
    std::error_code ignored_;      // of questions whose answer is no on an error; `visit` meets the error again
};

}  // namespace

std::uint64_t hash_of(const SourceTerms& terms) {
    const auto text = [](const SourceTerms& some) {
        return fmt::format("{}\n{}\n{}\n{}\n{}", some.rights.licence, some.rights.show_text,
                           some.rights.longest_fragment.value_or(0), some.recognise, some.public_url);
    };
    const std::string own = text(terms);
    return own == text({}) ? 0 : XXH3_64bits(own.data(), own.size());
}

std::string address_below(std::string_view base, std::string_view path) {
    if (base.empty()) return {};
    constexpr std::string_view allowed = "-._~/!$&'()*+,;=:@";
    if (path.starts_with('/')) path.remove_prefix(1);
    std::string address = base.ends_with('/') && !base.ends_with("//") ? std::string{base} : std::string{base} + '/';
    for (const char byte : path) {
        const bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                              (byte >= '0' && byte <= '9') || allowed.find(byte) != std::string_view::npos;
        address += is_plain ? std::string(1, byte) : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
    return address;
}

std::vector<Source> sources_at(std::span<const fs::path> paths) {
    std::vector<Source> sources;
    for (const fs::path& path : paths) sources.push_back({.path = path});
    return sources;
}

SourceWalk walk_sources(std::span<const Source> sources) {
    Walk walk;
    for (const Source& source : sources) walk.add_source(source);
    return std::move(walk).finish();
}

}  // namespace schakel
