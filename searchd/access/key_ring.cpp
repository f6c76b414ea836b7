#include "searchd/access/key_ring.hpp"

#include <chrono>

#include <sys/stat.h>

#include <spdlog/spdlog.h>

#include "searchd/access/key_file.hpp"

namespace schakel {

namespace {

constexpr std::int64_t look_every = 1000;  // milliseconds

std::int64_t now_in_milliseconds() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

}  // namespace

Result<std::unique_ptr<KeyRing>> KeyRing::open(const std::filesystem::path& file) {
    std::unique_ptr<KeyRing> ring(new KeyRing(file));
    if (file.empty()) return ring;
    ring->stamp_ = stamp_of(file);
    auto keys = read_keys(file);
    if (!keys) return tl::unexpected(keys.error());
    ring->keys_ = std::make_shared<const KeySet>(std::move(*keys));
    ring->next_look_ = now_in_milliseconds() + look_every;
    return ring;
}

std::shared_ptr<const KeySet> KeyRing::keys() {
    const std::int64_t now = now_in_milliseconds();
    std::int64_t due = next_look_.load();
    // Of all who find that it is time one looks; the others go on with what is known.
    if (!file_.empty() && now >= due && next_look_.compare_exchange_strong(due, now + look_every)) look();
    const std::lock_guard lock(mutex_);
    return keys_;
}

KeyRing::Stamp KeyRing::stamp_of(const std::filesystem::path& file) {
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0) return {};
    return {status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec, status.st_ino, status.st_size};
}

void KeyRing::look() {
    const Stamp stamp = stamp_of(file_);
    {
        const std::lock_guard lock(mutex_);
        if (stamp == stamp_) return;
        stamp_ = stamp;
    }
    auto keys = read_keys(file_);
    if (!keys) return spdlog::warn("sleutels niet gewijzigd: {}", to_text(keys.error(), Language::dutch));
    auto set = std::make_shared<const KeySet>(std::move(*keys));
    const std::lock_guard lock(mutex_);
    keys_ = std::move(set);
}

}  // namespace schakel
