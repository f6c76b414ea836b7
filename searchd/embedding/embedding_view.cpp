#include "searchd/embedding/embedding_view.hpp"

#include <string>

#include "searchd/embedding/snippets.hpp"

namespace schakel {

namespace {

TemplateData snippets_view(const Snippets& snippets) {
    TemplateData view;
    view["element"] = TemplateData{snippets.element};
    view["element_preset"] = TemplateData{snippets.element_preset};
    view["element_policy"] = TemplateData{snippets.element_policy};
    view["frame"] = TemplateData{snippets.frame};
    view["frame_policy"] = TemplateData{snippets.frame_policy};
    view["form"] = TemplateData{snippets.form};
    view["theme"] = TemplateData{snippets.theme};
    view["request"] = TemplateData{snippets.request};
    return view;
}

}  // namespace

TemplateData embedding_view(const PageContext& context, const Settings& settings) {
    TemplateData view;
    view["site"] = TemplateData{settings.site.name};
    view["contact"] = text_or_false(settings.site.contact);
    view["every_website"] = TemplateData{settings.access.allowed_origins == "*"};
    view["snippets"] = snippets_view(snippets_for(context.address, settings.site.name, context.language));
    return view;
}

}  // namespace schakel
