#include "config/log.hpp"

#include <cstdlib>
#include <memory>
#include <string>

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace schakel {
namespace {

/// The priority of syslog(3) that a level has.
char syslog_priority(spdlog::level::level_enum level) {
    switch (level) {
        case spdlog::level::critical: return '2';
        case spdlog::level::err: return '3';
        case spdlog::level::warn: return '4';
        case spdlog::level::info: return '6';
        default: return '7';
    }
}

/// `%*` in a pattern: the priority as a digit.
class SyslogPriority : public spdlog::custom_flag_formatter {
public:
    void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& line) override {
        line.push_back(syslog_priority(message.level));
    }

    std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<SyslogPriority>(); }
};

std::unique_ptr<spdlog::formatter> formatter_for_standard_error() {
    auto formatter = std::make_unique<spdlog::pattern_formatter>();
    const bool is_journal = std::getenv("JOURNAL_STREAM") != nullptr;
    formatter->add_flag<SyslogPriority>('*').set_pattern(is_journal ? "<%*>%v" : "%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    return formatter;
}

spdlog::level::level_enum spdlog_level(LogLevel level) {
    switch (level) {
        case LogLevel::debug: return spdlog::level::debug;
        case LogLevel::warning: return spdlog::level::warn;
        case LogLevel::error: return spdlog::level::err;
        case LogLevel::info: break;
    }
    return spdlog::level::info;
}

}  // namespace

void set_up_log(std::string_view program, LogLevel level) {
    const auto sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    const auto logger = std::make_shared<spdlog::logger>(std::string(program), sink);
    logger->set_formatter(formatter_for_standard_error());
    logger->set_level(spdlog_level(level));
    spdlog::set_default_logger(logger);
}

}  // namespace schakel
