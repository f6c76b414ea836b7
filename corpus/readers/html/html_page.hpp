#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string_view>

#include <gumbo.h>

#include "config/error.hpp"

namespace schakel {

/// What the parser may use for one page. An ordinary page of 1 MB takes 10 to 30 MB and a tenth of a second; HTML has forms that
/// cost the square of their length, and those end here.
struct HtmlLimits {
    std::size_t memory = std::size_t{512} * 1024 * 1024;  // bytes
    std::chrono::milliseconds time{2'000};                // of the processor
    std::chrono::milliseconds time_per_megabyte{1'000};   // besides
};

/// The elements and texts of one HTML page, as browsers see them (HTML Living Standard, section 13.2). It may be of any depth,
/// so walk it with a stack of your own. Nodes live as long as the page does. Movable; reading it is safe from any thread.
class HtmlPage {
public:
    /// `html` is valid UTF-8 and must outlive the page. Never fails on what is not proper HTML. Errors: malformed, when it
    /// takes more than `limits`.
    static Result<HtmlPage> parse(std::string_view html, const HtmlLimits& limits = {});

    const GumboNode& document() const { return *document_; }

private:
    class Memory;
    struct FreeMemory {
        void operator()(Memory* memory) const;
    };

    HtmlPage() = default;

    std::unique_ptr<Memory, FreeMemory> memory_;
    const GumboNode* document_ = nullptr;
};

}  // namespace schakel
