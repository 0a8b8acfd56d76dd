// SPDX-License-Identifier: Apache-2.0
#include "write/edit/package.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/archive.hpp"
#include "base/budget.hpp"
#include "base/text.hpp"
#include "base/zip_writer.hpp"

namespace tidytracker {
namespace {

constexpr std::string_view k_content_types = "[Content_Types].xml";
constexpr std::string_view k_office_relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view k_package_relations =
    "http://schemas.openxmlformats.org/package/2006/relationships";

/// What cannot be changed without loss is kept: white space between words, comments, declarations.
constexpr unsigned k_parse_all = pugi::parse_default | pugi::parse_ws_pcdata |
                                 pugi::parse_declaration | pugi::parse_comments | pugi::parse_pi;

std::string folder_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string_view::npos ? std::string() : std::string(part.substr(0, slash + 1));
}

/// "xl/_rels/workbook.xml.rels" of "xl/workbook.xml".
std::string relations_part(const std::string& part) {
    const std::string folder = folder_of(part);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

/// The part that a target names, which may begin with "/" or hold "..".
std::string resolved(const std::string& from, std::string_view target) {
    std::string path = target.starts_with('/') ? std::string(target.substr(1))
                                               : folder_of(from) + std::string(target);
    std::vector<std::string> steps;
    for (const std::string_view step : split(path, '/')) {
        if (step == ".." && !steps.empty()) {
            steps.pop_back();
        } else if (step != "." && step != "..") {
            steps.emplace_back(step);
        }
    }
    return join(steps, "/");
}

struct StringWriter final : pugi::xml_writer {
    std::string text{};
    void write(const void* data, std::size_t size) override {
        text.append(static_cast<const char*>(data), size);
    }
};

}  // namespace

std::string_view local_name(pugi::xml_node node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_of(pugi::xml_node node, std::string_view local) {
    for (const pugi::xml_node child : node.children()) {
        if (local_name(child) == local) return child;
    }
    return {};
}

pugi::xml_node add_child(pugi::xml_node parent, std::string_view local, pugi::xml_node before) {
    const std::string_view name = parent.name();
    const std::size_t colon = name.find(':');
    std::string own(colon == std::string_view::npos ? "" : name.substr(0, colon + 1));
    own += local;
    return before ? parent.insert_child_before(own.c_str(), before)
                  : parent.append_child(own.c_str());
}

Result<Package> Package::open(std::string_view bytes, const Limits& limits) {
    const Archive archive(bytes);
    Budget budget(limits.inflated_bytes, limits.cells, limits.seconds);
    Package package;
    for (const ArchiveEntry& entry : archive.entries()) {
        if (entry.name.ends_with('/')) continue;
        Result<std::string> part = archive.read(entry, budget);
        if (!part) return tl::unexpected<Error>(part.error());
        package.set_part(replace_all(entry.spelling, "\\", "/"), std::move(*part));
    }
    if (package.part(k_content_types) == nullptr) {
        return fail(ErrorKind::unreadable, "the workbook cannot be taken apart",
                    "open and save it with a spreadsheet program");
    }
    return package;
}

std::string* Package::part(std::string_view name) {
    const auto found = parts_.find(lower_ascii(name));
    return found == parts_.end() ? nullptr : &found->second;
}

void Package::set_part(const std::string& name, std::string bytes) {
    const auto [at, is_new] = parts_.insert_or_assign(lower_ascii(name), std::move(bytes));
    if (is_new) names_.push_back(name);
}

std::string Package::unused_name(std::string_view stem, std::string_view suffix) const {
    for (std::size_t number = 1;; ++number) {
        std::string name = fmt::format("{}{}{}", stem, number, suffix);
        if (!parts_.contains(lower_ascii(name))) return name;
    }
}

Result<void> Package::load(const std::string& name, pugi::xml_document& tree) {
    const std::string* bytes = part(name);
    if (bytes == nullptr || !tree.load_buffer(bytes->data(), bytes->size(), k_parse_all)) {
        return fail(ErrorKind::unreadable, fmt::format("the part {} cannot be read", name),
                    "open and save the workbook with a spreadsheet program");
    }
    return {};
}

void Package::store(const std::string& name, const pugi::xml_document& tree) {
    StringWriter writer;
    tree.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
    set_part(name, std::move(writer.text));
}

std::vector<Relation> Package::relations_of(const std::string& part_name) {
    std::vector<Relation> relations;
    pugi::xml_document tree;
    if (!load(relations_part(part_name), tree)) return relations;
    for (const pugi::xml_node node : tree.document_element().children()) {
        const std::string_view type = node.attribute("Type").value();
        relations.push_back({.id = node.attribute("Id").value(),
                             .type = std::string(type.substr(type.rfind('/') + 1)),
                             .target = resolved(part_name, node.attribute("Target").value())});
    }
    return relations;
}

std::string Package::add_relation(const std::string& part_name, std::string_view type,
                                  const std::string& target) {
    const std::string rels = relations_part(part_name);
    if (part(rels) == nullptr) {
        set_part(rels, fmt::format("<Relationships xmlns=\"{}\"/>", k_package_relations));
    }
    const std::vector<Relation> there = relations_of(part_name);
    std::string id;
    for (std::size_t number = there.size() + 1; id.empty(); ++number) {
        id = fmt::format("rIdT{}", number);
        if (std::ranges::find(there, id, &Relation::id) != there.end()) id.clear();
    }
    static_cast<void>(change(rels, [&](pugi::xml_node root) {
        pugi::xml_node node = add_child(root, "Relationship");
        node.append_attribute("Id").set_value(id.c_str());
        node.append_attribute("Type").set_value(
            (std::string(k_office_relations) + std::string(type)).c_str());
        node.append_attribute("Target").set_value(("/" + target).c_str());
    }));
    return id;
}

void Package::declare_part(const std::string& name, std::string_view content_type) {
    static_cast<void>(change(std::string(k_content_types), [&](pugi::xml_node root) {
        const std::string path = "/" + name;
        for (const pugi::xml_node node : root.children()) {
            if (equals_ignoring_case(node.attribute("PartName").value(), path)) return;
        }
        pugi::xml_node node = add_child(root, "Override");
        node.append_attribute("PartName").set_value(path.c_str());
        node.append_attribute("ContentType").set_value(std::string(content_type).c_str());
    }));
}

void Package::declare_suffix(std::string_view suffix, std::string_view content_type) {
    static_cast<void>(change(std::string(k_content_types), [&](pugi::xml_node root) {
        for (const pugi::xml_node node : root.children()) {
            if (equals_ignoring_case(node.attribute("Extension").value(), suffix)) return;
        }
        pugi::xml_node node = add_child(root, "Default", root.first_child());
        node.append_attribute("Extension").set_value(std::string(suffix).c_str());
        node.append_attribute("ContentType").set_value(std::string(content_type).c_str());
    }));
}

Result<std::string> Package::bytes() const {
    ZipWriter zip;
    for (const std::string& name : names_) zip.add(name, parts_.at(lower_ascii(name)));
    return zip.finish();
}

}  // namespace tidytracker
