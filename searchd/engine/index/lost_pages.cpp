#include "searchd/engine/index/lost_pages.hpp"

#include <atomic>
#include <cerrno>
#include <csignal>

#include <sys/mman.h>

#include <unistd.h>

namespace schakel {

namespace {

std::atomic<std::uint64_t> lost{0};
static_assert(std::atomic<std::uint64_t>::is_always_lock_free, "a signal handler may not lock");
std::uintptr_t page_size = 4096;  // laid down before the handler is

/// Puts a page of zeros where a page of a file was. Any other fault ends the program, as it would have without us.
void replace_page(int signal, siginfo_t* fault, void*) {
    const int kept = errno;
    const auto address = reinterpret_cast<std::uintptr_t>(fault->si_addr);
    void* page = reinterpret_cast<void*>(address - address % page_size);  // NOLINT(performance-no-int-to-ptr)
    if (fault->si_code == BUS_ADRERR &&
        ::mmap(page, page_size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED)
        lost.fetch_add(1);
    else
        std::signal(signal, SIG_DFL);
    errno = kept;
}

bool lay_down_handler() {
    page_size = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    struct sigaction action{};
    action.sa_sigaction = replace_page;
    action.sa_flags = SA_SIGINFO;
    sigemptyset(&action.sa_mask);
    return ::sigaction(SIGBUS, &action, nullptr) == 0;
}

}  // namespace

void outlive_lost_pages() { [[maybe_unused]] static const bool laid_down = lay_down_handler(); }

std::uint64_t lost_pages() { return lost.load(); }

}  // namespace schakel
