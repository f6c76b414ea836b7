#include "searchd/http/connection_counts.hpp"

namespace schakel {

ConnectionCounts::Place::~Place() {
    if (counts_ != nullptr) counts_->give_back(from_);
}

tl::expected<ConnectionCounts::Place, Refusal> ConnectionCounts::take(const std::string& from, bool trusted) {
    if (total_ >= most_) return tl::unexpected(Refusal::too_many_connections);
    const auto known = by_address_.find(from);
    if (!trusted && known != by_address_.end() && known->second >= most_per_address_)
        return tl::unexpected(Refusal::too_many_from_address);
    ++total_;
    ++by_address_[from];
    return Place(*this, from);
}

void ConnectionCounts::give_back(const std::string& from) {
    --total_;
    const auto known = by_address_.find(from);
    if (--known->second == 0) by_address_.erase(known);
}

}  // namespace schakel
