#pragma once

#include <cstddef>
#include <map>
#include <string>

#include <tl/expected.hpp>

#include "searchd/http/refusal.hpp"

namespace schakel {

/// How many connections there are, and from where. Must outlive the places it gives. One thread.
class ConnectionCounts {
public:
    /// One connection's place; gives it back at its end.
    class Place {
    public:
        Place(Place&& other) noexcept : counts_(other.counts_), from_(std::move(other.from_)) {
            other.counts_ = nullptr;
        }
        Place& operator=(Place&&) = delete;
        ~Place();

    private:
        friend class ConnectionCounts;
        Place(ConnectionCounts& counts, std::string from) : counts_(&counts), from_(std::move(from)) {}

        ConnectionCounts* counts_;
        std::string from_;
    };

    /// At most so many at the same time, and so many of them from one address.
    ConnectionCounts(std::size_t most, std::size_t most_per_address)
        : most_(most), most_per_address_(most_per_address) {}

    /// A place for a connection. Who is `trusted`, a proxy, speaks for many and is only counted among all.
    tl::expected<Place, Refusal> take(const std::string& from, bool trusted);

    std::size_t total() const { return total_; }

private:
    void give_back(const std::string& from);

    std::size_t most_;
    std::size_t most_per_address_;
    std::size_t total_ = 0;
    std::map<std::string, std::size_t> by_address_;
};

}  // namespace schakel
