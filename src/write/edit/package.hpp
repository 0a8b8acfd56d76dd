// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tidytracker/result.hpp>
#include <tidytracker/settings.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

// A package of Office Open XML that is taken apart, changed and put together again (ECMA-376 part
// 2). Parts that nobody changes keep their bytes.
namespace tidytracker {

/// The name of an element without its prefix.
[[nodiscard]] std::string_view local_name(pugi::xml_node node);
[[nodiscard]] pugi::xml_node child_of(pugi::xml_node node, std::string_view local);
/// Appends an element with the prefix of its parent; before `before` if that is given.
pugi::xml_node add_child(pugi::xml_node parent, std::string_view local, pugi::xml_node before = {});

struct Relation {
    std::string id{};
    std::string type{};    ///< what stands behind the last "/" of its type: "worksheet"
    std::string target{};  ///< name of the part
};

class Package {
  public:
    /// Errors: damaged, encrypted, unsupported, too_large.
    [[nodiscard]] static Result<Package> open(std::string_view bytes, const Limits& limits);

    /// The bytes of a part; null if there is none. Names differ in case only by accident.
    [[nodiscard]] std::string* part(std::string_view name);
    void set_part(const std::string& name, std::string bytes);
    /// A name that no part has: "xl/comments7.xml" of "xl/comments" and ".xml".
    [[nodiscard]] std::string unused_name(std::string_view stem, std::string_view suffix) const;

    /// Changes a part that is XML. Errors: damaged.
    template <class Change>
    Result<void> change(const std::string& name, Change change_tree) {
        pugi::xml_document tree;
        if (Result<void> loaded = load(name, tree); !loaded) return loaded;
        change_tree(tree.document_element());
        store(name, tree);
        return {};
    }

    /// The relations of a part; of the package where `part` is empty.
    [[nodiscard]] std::vector<Relation> relations_of(const std::string& part);
    /// Adds a relation to another part; returns its id.
    std::string add_relation(const std::string& part, std::string_view type,
                             const std::string& target);
    /// Declares what a part or a suffix holds, unless that is done already.
    void declare_part(const std::string& name, std::string_view content_type);
    void declare_suffix(std::string_view suffix, std::string_view content_type);

    [[nodiscard]] Result<std::string> bytes() const;

  private:
    Result<void> load(const std::string& name, pugi::xml_document& tree);
    void store(const std::string& name, const pugi::xml_document& tree);

    std::vector<std::string> names_{};            ///< in the order of the file
    std::map<std::string, std::string> parts_{};  ///< by name in lower case
};

}  // namespace tidytracker
