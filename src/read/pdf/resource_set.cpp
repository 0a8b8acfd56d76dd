// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/resource_set.hpp"

#include <utility>

#include <fmt/format.h>

#include "read/pdf/font_loader.hpp"

namespace tidytracker::pdf {
namespace {

// Far more than any report has; a font takes some ten kilobytes.
constexpr std::size_t k_most_fonts = 4'000;
constexpr std::size_t k_most_forms = 50'000;
constexpr std::size_t k_most_form_bytes = std::size_t{64} << 20U;  // they stay in memory

}  // namespace

SharedResources::SharedResources(Streams& streams, const QPDFObjectHandle& root)
    : streams_(streams) {
    QPDFObjectHandle off = entry(entry(entry(root, "/OCProperties"), "/D"), "/OFF");
    if (!off.isArray()) return;
    const int count = off.getArrayNItems();
    for (int i = 0; i < count; ++i) layers_off_.insert(identity_of(off.getArrayItem(i)));
}

SharedResources::~SharedResources() = default;

ResourceSet& SharedResources::resources(const QPDFObjectHandle& dictionary) {
    const std::uint64_t identity = identity_of(dictionary);
    if (identity == 0) {
        return *direct_sets_.emplace_back(std::make_unique<ResourceSet>(*this, dictionary));
    }
    std::unique_ptr<ResourceSet>& set = sets_[identity];
    if (set == nullptr) set = std::make_unique<ResourceSet>(*this, dictionary);
    return *set;
}

Font* SharedResources::font(const QPDFObjectHandle& dictionary) {
    if (fonts_.size() + direct_fonts_.size() >= k_most_fonts) return nullptr;
    if (QPDFObjectHandle copy = dictionary; !copy.isDictionary()) return nullptr;
    const std::uint64_t identity = identity_of(dictionary);
    if (identity == 0) {
        direct_fonts_.push_back(std::make_unique<Font>(load_font(dictionary, streams_)));
        return direct_fonts_.back().get();
    }
    std::unique_ptr<Font>& font = fonts_[identity];
    if (font == nullptr) font = std::make_unique<Font>(load_font(dictionary, streams_));
    return font.get();
}

const Form* SharedResources::form(const QPDFObjectHandle& stream) {
    const std::uint64_t identity = identity_of(stream);  // streams are always indirect
    const auto known = forms_.find(identity);
    if (known != forms_.end()) return known->second.get();
    if (forms_.size() >= k_most_forms) return nullptr;
    auto form = std::make_unique<Form>();
    form->matrix = matrix_of(entry(stream, "/Matrix"));
    form->box = box_of(entry(stream, "/BBox")).value_or(Box{-1e6, -1e6, 1e6, 1e6});
    form->hidden = is_off(entry(stream, "/OC"));
    form->content = streams_.read(stream);
    form_bytes_ += form->content.size();
    if (form_bytes_ > k_most_form_bytes) form->content.clear();
    QPDFObjectHandle dictionary = entry(stream, "/Resources");
    if (dictionary.isDictionary()) form->resources = &resources(dictionary);
    return forms_.emplace(identity, std::move(form)).first->second.get();
}

bool SharedResources::is_off(const QPDFObjectHandle& layer) const {
    if (layers_off_.empty()) return false;
    if (layers_off_.contains(identity_of(layer))) return true;
    QPDFObjectHandle groups = entry(layer, "/OCGs");
    if (!groups.isArray()) return layers_off_.contains(identity_of(groups));
    const int count = groups.getArrayNItems();
    for (int i = 0; i < count; ++i) {
        if (!layers_off_.contains(identity_of(groups.getArrayItem(i)))) return false;
    }
    return count > 0;
}

QPDFObjectHandle ResourceSet::find(const char* category, std::string_view name) const {
    return entry(entry(dictionary_, category), fmt::format("/{}", name).c_str());
}

Font* ResourceSet::font(std::string_view name) {
    const auto [known, is_new] = fonts_.try_emplace(std::string(name), nullptr);
    if (is_new) known->second = shared_.font(find("/Font", name));
    return known->second;
}

const Form* ResourceSet::form(std::string_view name) {
    QPDFObjectHandle object = find("/XObject", name);
    if (!object.isStream() || name_of(entry(object, "/Subtype")) != "Form") return nullptr;
    return shared_.form(object);
}

bool ResourceSet::is_image(std::string_view name) {
    return name_of(entry(find("/XObject", name), "/Subtype")) == "Image";
}

MarkedContent ResourceSet::properties(std::string_view name) {
    const QPDFObjectHandle object = find("/Properties", name);
    MarkedContent content;
    content.mark = integer_of(entry(object, "/MCID"), k_unmarked);
    content.hidden = shared_.is_off(object);
    QPDFObjectHandle text = entry(object, "/ActualText");
    if (text.isString()) content.actual_text = text.getUTF8Value();
    return content;
}

std::optional<double> ResourceSet::line_width(std::string_view graphics_state) {
    const double width = number_of(entry(find("/ExtGState", graphics_state), "/LW"), -1);
    return width >= 0 ? std::optional(width) : std::nullopt;
}

}  // namespace tidytracker::pdf
