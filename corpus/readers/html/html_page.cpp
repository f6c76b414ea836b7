#include "corpus/readers/html/html_page.hpp"

#include <csetjmp>
#include <cstdlib>
#include <ctime>
#include <new>

namespace schakel {

namespace {

constexpr std::size_t megabyte = std::size_t{1024} * 1024;

/// The processor time of this thread, so that a busy machine does not make a page too hard.
std::chrono::nanoseconds processor_time() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

Error too_complicated() {
    return {ErrorCode::malformed,
            {"de pagina is te groot of te ingewikkeld opgebouwd", "the page is too large or too complicated"},
            {"verdeel de pagina, of lever de tekst aan als .txt of .md",
             "divide the page, or deliver its text as .txt or .md"}};
}

}  // namespace

/// All that gumbo 0.10.1 allocates for a page. Freed as a whole, because gumbo frees a tree by recursion, which a deep page
/// makes too deep. Gumbo takes no refusal of memory, so the way out of it is a jump; only its own frames are skipped.
class HtmlPage::Memory {
public:
    explicit Memory(const HtmlLimits& limits) : limits_(limits) {}
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    ~Memory() {
        while (blocks_.next != &blocks_) release(blocks_.next);
    }

    /// nullptr when the limits are reached.
    const GumboNode* parse(std::string_view html) {
        GumboOptions options = kGumboDefaultOptions;
        options.allocator = [](void* user, std::size_t size) { return static_cast<Memory*>(user)->allocate(size); };
        options.deallocator = [](void* user, void* bytes) { static_cast<Memory*>(user)->deallocate(bytes); };
        options.userdata = this;
        options.max_errors = 0;
        end_ = processor_time() + limits_.time + limits_.time_per_megabyte * (html.size() / megabyte);
        if (setjmp(way_out_) != 0) return nullptr;
        return gumbo_parse_with_options(&options, html.data(), html.size())->document;
    }

private:
    struct alignas(std::max_align_t) Block {
        Block* previous = this;
        Block* next = this;
        std::size_t size = 0;
    };

    bool is_past_limits(std::size_t size) {
        constexpr std::size_t allocations_between_looks = 1024;
        if (size > limits_.memory - used_) return true;
        return ++allocations_ % allocations_between_looks == 0 && processor_time() > end_;
    }

    void* allocate(std::size_t size) {
        void* const bytes = is_past_limits(size) ? nullptr : std::malloc(sizeof(Block) + size);
        if (bytes == nullptr) std::longjmp(way_out_, 1);
        auto* const block = new (bytes) Block{&blocks_, blocks_.next, size};
        block->next->previous = block;
        blocks_.next = block;
        used_ += size;
        return block + 1;
    }

    void deallocate(void* bytes) {
        if (bytes != nullptr) release(static_cast<Block*>(bytes) - 1);
    }

    void release(Block* block) {
        block->previous->next = block->next;
        block->next->previous = block->previous;
        used_ -= block->size;
        std::free(block);
    }

    HtmlLimits limits_;
    std::chrono::nanoseconds end_{};
    std::size_t used_ = 0;
    std::size_t allocations_ = 0;
    Block blocks_;  // a ring
    std::jmp_buf way_out_{};
};

void HtmlPage::FreeMemory::operator()(Memory* memory) const { delete memory; }

Result<HtmlPage> HtmlPage::parse(std::string_view html, const HtmlLimits& limits) {
    HtmlPage page;
    page.memory_.reset(new Memory{limits});
    page.document_ = page.memory_->parse(html);
    if (page.document_ == nullptr) return tl::unexpected(too_complicated());
    return page;
}

}  // namespace schakel
