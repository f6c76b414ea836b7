#include "tests/searchd/small_application.hpp"

#include <stdexcept>
#include <utility>

#include "tests/sample_index.hpp"
#include "tests/searchd/engine/sample_products.hpp"

namespace schakel {

std::unique_ptr<Application> new_small_application() {
    static const SampleIndex index({sample_documents(sample_products(8))});
    auto made =
        Application::create(sample_installation(), index.folder().root(), repository_folder() / "searchd" / "web");
    if (!made) throw std::runtime_error(to_text(made.error(), Language::english));
    return std::move(*made);
}

const Application& small_application() {
    static const auto one = new_small_application();
    return *one;
}

}  // namespace schakel
