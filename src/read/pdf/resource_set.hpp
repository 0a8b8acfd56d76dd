// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "read/pdf/objects.hpp"
#include "read/pdf/resources.hpp"

namespace tidytracker::pdf {

class ResourceSet;

/// Fonts, forms and layers of a whole file, each loaded once.
class SharedResources {
  public:
    SharedResources(Streams& streams, const QPDFObjectHandle& root);
    ~SharedResources();
    SharedResources(const SharedResources&) = delete;
    SharedResources& operator=(const SharedResources&) = delete;

    /// The resources of a dictionary; what is not one has none.
    ResourceSet& resources(const QPDFObjectHandle& dictionary);
    Font* font(const QPDFObjectHandle& dictionary);
    const Form* form(const QPDFObjectHandle& stream);
    /// Is the optional content group, or a membership in such groups, switched off?
    [[nodiscard]] bool is_off(const QPDFObjectHandle& layer) const;

  private:
    Streams& streams_;
    std::map<std::uint64_t, std::unique_ptr<ResourceSet>> sets_{};
    std::vector<std::unique_ptr<ResourceSet>> direct_sets_{};
    std::map<std::uint64_t, std::unique_ptr<Font>> fonts_{};
    std::vector<std::unique_ptr<Font>> direct_fonts_{};
    std::map<std::uint64_t, std::unique_ptr<Form>> forms_{};
    std::set<std::uint64_t> layers_off_{};
    std::size_t form_bytes_{};
};

/// The resource dictionary of a page or form (ISO 32000-1, 7.8.3).
class ResourceSet : public Resources {
  public:
    ResourceSet(SharedResources& shared, const QPDFObjectHandle& dictionary)
        : shared_(shared), dictionary_(dictionary) {}
    Font* font(std::string_view name) override;
    const Form* form(std::string_view name) override;
    bool is_image(std::string_view name) override;
    MarkedContent properties(std::string_view name) override;
    std::optional<double> line_width(std::string_view graphics_state) override;

  private:
    [[nodiscard]] QPDFObjectHandle find(const char* category, std::string_view name) const;

    SharedResources& shared_;
    QPDFObjectHandle dictionary_;
    std::unordered_map<std::string, Font*> fonts_{};
    std::unordered_map<std::string, QPDFObjectHandle> objects_{};
};

}  // namespace tidytracker::pdf
