#include "searchd/api/scheme_title.hpp"

#include "searchd/page/dutch_text.hpp"
#include "searchd/ranking/scheme_names.hpp"

namespace schakel {

Text scheme_title(std::string_view scheme, const RegionTable& regions) {
    const Text name = scheme_name(scheme, regions);
    return {capitalised(name.nl), capitalised(name.en)};
}

}  // namespace schakel
