#pragma once

#include <filesystem>
#include <functional>
#include <span>

#include "analyzers/installation.hpp"
#include "corpus/knowledge_product.hpp"
#include "indexer/report.hpp"

namespace schakel {

/// Receives each product that is fit for the index, with the file it came from. False stops the stream.
using ProductSink = std::function<bool(KnowledgeProduct product)>;

/// Called after every record with the bytes of the files read completely so far.
using ProgressSink = std::function<void(std::uint64_t records, std::uint64_t bytes_read, std::uint64_t bytes_total)>;

/// Walks the sources, reads every record, resolves its values and refuses a second record with the same id. What drops out is
/// added to `report`, never thrown. Runs on the calling thread.
void stream_records(std::span<const std::filesystem::path> sources, const Installation& installation, RunReport& report,
                    const ProductSink& sink, const ProgressSink& progress = {});

}  // namespace schakel
