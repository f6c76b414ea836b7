#pragma once

#include <span>
#include <string>
#include <string_view>

#include "searchd/related/similar_hit.hpp"

namespace schakel {

/// `{"id":…,"resultaten":[{"id","titel","samenvatting","type","jaar","url","overeenkomst":["wijkteam",…]}]}`: most
/// similar first; what is absent is not known. Pure; safe from any thread.
std::string render_similar(std::string_view id, std::span<const SimilarHit> hits);

}  // namespace schakel
