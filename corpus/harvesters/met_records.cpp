#include "corpus/harvesters/met_records.hpp"

#include <cerrno>
#include <fstream>
#include <system_error>

#include "config/file.hpp"
#include "config/index/durable_file.hpp"

namespace schakel {

Result<MetRecords> MetRecords::open(std::filesystem::path file) {
    MetRecords met(std::move(file));
    std::error_code absent;
    if (!std::filesystem::exists(met.file_, absent)) return met;
    const auto text = read_file(met.file_);
    if (!text) return tl::unexpected(text.error());
    std::string_view rest = *text;
    for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        if (is_record_key(rest.substr(0, end))) met.keys_.emplace(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    return met;
}

bool MetRecords::add(const RecordKey& key) {
    if (!keys_.insert(key).second) return false;
    unwritten_ += key + "\n";
    return true;
}

Result<void> MetRecords::write() {
    std::ofstream stream(file_, std::ios::binary | std::ios::app);
    // A line that a crash cut off must not run together with the next.
    if (!unwritten_.empty()) stream << '\n' << unwritten_;
    stream.close();
    if (!stream) return io_failure(file_, errno);
    unwritten_.clear();
    return {};
}

Result<void> MetRecords::clear() {
    keys_.clear();
    unwritten_.clear();
    std::error_code error;
    std::filesystem::remove(file_, error);
    if (error) return io_failure(file_, error.value());
    return {};
}

}  // namespace schakel
