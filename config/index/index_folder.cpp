#include "config/index/index_folder.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>

#include <fmt/format.h>
#include <unistd.h>

#include "config/index/durable_file.hpp"

namespace schakel {

namespace {

constexpr std::string_view generation_prefix = "gen-";
constexpr std::string_view live_link = "current";
constexpr std::string_view fresh_link = "current.new";

std::optional<std::uint32_t> generation_number(std::string_view name) {
    if (!name.starts_with(generation_prefix)) return std::nullopt;
    name.remove_prefix(generation_prefix.size());
    std::uint32_t number = 0;
    const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (problem != std::errc{} || end != name.data() + name.size()) return std::nullopt;
    return number;
}

}  // namespace

std::filesystem::path IndexFolder::path_of(std::uint32_t generation) const {
    return root_ / fmt::format("{}{:06}", generation_prefix, generation);
}

Result<std::uint32_t> IndexFolder::live() const {
    std::error_code problem;
    const std::filesystem::path target = std::filesystem::read_symlink(root_ / live_link, problem);
    const auto number = problem ? std::nullopt : generation_number(target.filename().string());
    if (!number || !std::filesystem::is_directory(path_of(*number), problem))
        return fail(ErrorCode::index_missing,
                    {fmt::format("In {} staat geen index.", root_.string()),
                     fmt::format("There is no index in {}.", root_.string())},
                    {fmt::format("Maak er een: schakel-indexer build --source <map> --index {}.", root_.string()),
                     fmt::format("Make one: schakel-indexer build --source <folder> --index {}.", root_.string())});
    return *number;
}

std::vector<std::uint32_t> IndexFolder::generations() const {
    std::vector<std::uint32_t> numbers;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(root_, problem))
        if (const auto number = generation_number(entry.path().filename().string());
            number && entry.is_directory(problem))
            numbers.push_back(*number);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

Result<void> IndexFolder::clean_up() const {
    const std::filesystem::path fresh = root_ / fresh_link;
    if (::unlink(fresh.c_str()) != 0 && errno != ENOENT) return io_failure(fresh, errno);
    return {};
}

Result<void> IndexFolder::make_live(std::uint32_t generation) const {
    const std::filesystem::path fresh = root_ / fresh_link;
    if (auto clean = clean_up(); !clean) return clean;
    const std::string target = path_of(generation).filename().string();
    if (::symlink(target.c_str(), fresh.c_str()) != 0) return io_failure(fresh, errno);
    if (::rename(fresh.c_str(), (root_ / live_link).c_str()) != 0) return io_failure(root_ / live_link, errno);
    return flush_to_disk(root_);
}

}  // namespace schakel
