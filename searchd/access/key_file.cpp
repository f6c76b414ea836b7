#include "searchd/access/key_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <set>
#include <string>

#include <sys/file.h>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "config/file.hpp"
#include "config/index/durable_file.hpp"
#include "config/table_file.hpp"

namespace schakel {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_name = 100;  // bytes
constexpr std::size_t hash_digits = 64;
constexpr int most_per_minute = 1'000'000;

enum Column : std::size_t { name_column, hash_column, limit_column, origins_column, since_column };
constexpr std::array<TableColumn, 5> columns{{{"naam", true}, {"hash", true}, {"perMinuut"}, {"websites"}, {"sinds"}}};
constexpr std::string_view beginning =
    "# Sleutels voor de API van Schakel. schakel-searchd keys add en keys revoke veranderen dit bestand.\n"
    "# De sleutel zelf staat er niet in: alleen waaraan Schakel hem herkent.\n"
    "naam\thash\tperMinuut\twebsites\tsinds\n";

tl::unexpected<Error> wrong(const std::string& place, const Text& what) {
    return fail(ErrorCode::config_invalid, at_place(place, what),
                {"verwijder de regel en maak de sleutel opnieuw met schakel-searchd keys add",
                 "remove the line and make the key again with schakel-searchd keys add"});
}

bool is_hash(std::string_view text) {
    return text.size() == hash_digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<ApiKey> read_key(const TableRow& row, const std::string& place) {
    ApiKey key{.name = row.cells[name_column], .hash = row.cells[hash_column], .since = row.cells[since_column]};
    if (!is_hash(key.hash)) return wrong(place, {"de hash klopt niet", "the hash is not right"});
    if (const std::string& limit = row.cells[limit_column]; !limit.empty()) {
        const char* end = limit.data() + limit.size();
        const auto [rest, problem] = std::from_chars(limit.data(), end, key.per_minute.emplace());
        if (problem != std::errc{} || rest != end || *key.per_minute < 0 || *key.per_minute > most_per_minute)
            return wrong(place, {"perMinuut is geen aantal", "perMinuut is no number"});
    }
    auto origins = OriginList::parse(row.cells[origins_column]);
    if (!origins) return wrong(place, origins.error().message);
    key.origins = std::move(*origins);
    return key;
}

/// The text of the file and what it says.
struct KeyTable {
    std::string text;
    std::vector<ApiKey> keys;
    std::vector<std::size_t> lines;  // of the keys
};

Result<KeyTable> parse_keys(const fs::path& file, std::string text) {
    const auto table = TableFile::parse(file.string(), text, columns, ErrorCode::config_invalid);
    if (!table) return tl::unexpected(table.error());
    KeyTable keys{.text = std::move(text)};
    std::set<std::string> names;
    for (const TableRow& row : table->rows()) {
        auto key = read_key(row, table->place(row.line));
        if (!key) return tl::unexpected(key.error());
        if (!names.insert(key->name).second)
            return wrong(table->place(row.line), {"deze naam staat er twee keer", "this name occurs twice"});
        keys.keys.push_back(std::move(*key));
        keys.lines.push_back(row.line);
    }
    return keys;
}

Result<KeyTable> read_table(const fs::path& file) {
    auto text = read_file(file);
    if (!text && text.error().code == ErrorCode::not_found) return KeyTable{};
    if (!text) return tl::unexpected(text.error());
    return parse_keys(file, std::move(*text));
}

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

/// Keeps other programs that change files in the same folder waiting.
class Turn {
public:
    explicit Turn(const fs::path& folder) : descriptor_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        if (descriptor_ < 0 || ::flock(descriptor_, LOCK_EX) != 0) reason_ = errno;
    }
    ~Turn() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    int reason() const { return reason_; }  // 0 = it is our turn

private:
    int descriptor_;
    int reason_ = 0;
};

Result<void> replace(const fs::path& file, std::string_view text) {
    std::string draft = file.string() + ".XXXXXX";
    const int descriptor = ::mkostemp(draft.data(), O_CLOEXEC);  // which gives it mode 0600
    if (descriptor < 0) return io_failure(file, errno);
    ::close(descriptor);
    auto written = write_durably(draft, text);
    if (written && ::rename(draft.c_str(), file.c_str()) != 0) written = io_failure(file, errno);
    if (written) return flush_to_disk(folder_of(file));
    ::unlink(draft.c_str());
    return written;
}

bool is_name(std::string_view name) {
    const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; };
    return !name.empty() && name.size() <= longest_name && !name.starts_with('#') && name.front() != ' ' &&
           name.back() != ' ' && std::none_of(name.begin(), name.end(), is_control);
}

Result<void> check_new(const KeyTable& table, std::string_view name) {
    if (!is_name(name))
        return fail(ErrorCode::usage,
                    {fmt::format("“{}” kan geen naam van een sleutel zijn", name),
                     fmt::format("“{}” cannot be the name of a key", name)},
                    {"kies een naam van hoogstens 100 tekens, zoals de organisatie die hem gebruikt",
                     "choose a name of at most 100 characters, such as the organisation that uses it"});
    for (const ApiKey& key : table.keys)
        if (key.name == name)
            return fail(
                ErrorCode::usage,
                {fmt::format("er is al een sleutel met de naam “{}”", name),
                 fmt::format("there is a key by the name “{}” already", name)},
                {fmt::format("kies een andere naam, of trek hem eerst in: schakel-searchd keys revoke \"{}\"", name),
                 fmt::format("choose another name, or revoke it first: schakel-searchd keys revoke \"{}\"", name)});
    return {};
}

std::string line_of(const ApiKey& key) {
    return fmt::format("{}\t{}\t{}\t{}\t{}\n", key.name, key.hash,
                       key.per_minute ? std::to_string(*key.per_minute) : std::string(), key.origins.text(), key.since);
}

/// The text without one of its lines, which are counted from 1.
std::string without_line(std::string_view text, std::size_t line) {
    std::size_t begin = 0;
    for (std::size_t i = 1; i < line; ++i) begin = text.find('\n', begin) + 1;
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    return std::string(text.substr(0, begin)).append(text.substr(end));
}

/// Reads the file, and puts what `change` makes of it in its place, when nobody else does.
template <class Change>
Result<void> changed(const fs::path& file, Change&& change) {
    const Turn turn(folder_of(file));
    if (turn.reason() != 0) return io_failure(file, turn.reason());
    const auto table = read_table(file);
    if (!table) return tl::unexpected(table.error());
    const Result<std::string> text = change(*table);
    if (!text) return tl::unexpected(text.error());
    return replace(file, *text);
}

}  // namespace

Result<std::vector<ApiKey>> read_keys(const fs::path& file) {
    auto table = read_table(file);
    if (!table) return tl::unexpected(table.error());
    return std::move(table->keys);
}

Result<void> add_key(const fs::path& file, const ApiKey& key) {
    return changed(file, [&](const KeyTable& table) -> Result<std::string> {
        if (const auto possible = check_new(table, key.name); !possible) return tl::unexpected(possible.error());
        std::string text = table.text.empty() ? std::string(beginning) : table.text;
        if (!text.ends_with('\n')) text += '\n';
        return text + line_of(key);
    });
}

Result<void> remove_key(const fs::path& file, std::string_view name) {
    return changed(file, [&](const KeyTable& table) -> Result<std::string> {
        for (std::size_t i = 0; i < table.keys.size(); ++i)
            if (table.keys[i].name == name) return without_line(table.text, table.lines[i]);
        return fail(ErrorCode::usage,
                    {fmt::format("er is geen sleutel met de naam “{}”", name),
                     fmt::format("there is no key by the name “{}”", name)},
                    {"schakel-searchd keys list toont de namen", "schakel-searchd keys list shows the names"});
    });
}

}  // namespace schakel
