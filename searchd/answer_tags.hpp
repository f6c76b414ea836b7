#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "config/text.hpp"
#include "searchd/engine/index/index_snapshot.hpp"
#include "searchd/http/http_message.hpp"

namespace schakel {

/// Entity tags of answers, by which a client can ask whether what it has still holds (RFC 9110 § 13). All are weak: answers that
/// mean the same differ in how long they took. Safe from any thread.
class AnswerTags {
public:
    AnswerTags();

    /// The tag of what is answered from `live`, known before it is answered: of the indexes and blocklists as they are, and of
    /// the request, in which the order of the parameters does not matter. It holds for an hour at most, because rankings look at
    /// the age of products, and until the program starts again, maybe with other settings.
    std::string of_request(const HttpRequest& request, Language language,
                           const std::shared_ptr<const IndexSnapshot>& live);

    /// The tag of what also depends on more than the indexes: that of its content.
    static std::string of_body(std::string_view body);

private:
    std::uint64_t number_of(const std::shared_ptr<const IndexSnapshot>& live);

    std::string start_;  // what tells this run of the program from others
    std::mutex mutex_;   // guards what follows
    std::weak_ptr<const IndexSnapshot> last_;
    std::uint64_t number_ = 0;  // of `last_`: one more for each
};

}  // namespace schakel
