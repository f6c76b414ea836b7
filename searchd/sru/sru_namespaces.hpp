#pragma once

#include "searchd/sru/sru_request.hpp"

namespace schakel {

/// The XML namespaces of the answers in a version of SRU.
struct SruNamespaces {
    const char* response;
    const char* scan;
    const char* diagnostic;
};

/// Version 2.0 is of OASIS, those before it are of the Library of Congress.
inline const SruNamespaces& namespaces_of(SruVersion version) {
    static constexpr SruNamespaces oasis{"http://docs.oasis-open.org/ns/search-ws/sruResponse",
                                         "http://docs.oasis-open.org/ns/search-ws/scan",
                                         "http://docs.oasis-open.org/ns/search-ws/diagnostic"};
    static constexpr SruNamespaces loc{"http://www.loc.gov/zing/srw/", "http://www.loc.gov/zing/srw/",
                                       "http://www.loc.gov/zing/srw/diagnostic/"};
    return version == SruVersion::v2_0 ? oasis : loc;
}

}  // namespace schakel
