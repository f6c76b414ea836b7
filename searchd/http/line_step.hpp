#pragma once

#include <cstddef>

namespace schakel {

/// What became of one try to receive or send bytes over a line that does not wait.
struct LineStep {
    enum class Outcome {
        done,      // `size` bytes went over
        wait,      // the socket is not ready yet
        end,       // the client will send no more
        broken,    // nothing more can go over it
        is_plain,  // the client speaks HTTP where TLS is spoken, and what it said is lost
    };

    Outcome outcome = Outcome::done;
    std::size_t size = 0;
};

}  // namespace schakel
