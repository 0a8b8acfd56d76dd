// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/tag_reader.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace tidytracker::pdf {
namespace {

constexpr int k_most_role_hops = 8;
constexpr std::size_t k_most_elements = 2'000'000;
constexpr int k_deepest_element = 100;
constexpr int k_largest_span = 1'000;

class TagReader {
  public:
    TagReader(const QPDFObjectHandle& tree, const std::map<std::uint64_t, std::size_t>& pages)
        : roles_(entry(tree, "/RoleMap")), pages_(pages) {}

    /// Walks below an element. `table` and `cell` are what the element stands in.
    void walk(const QPDFObjectHandle& element, std::uint64_t page, TaggedTable* table,
              TaggedCell* cell, int depth);
    [[nodiscard]] std::vector<TaggedTable> take() { return std::move(tables_); }

  private:
    [[nodiscard]] std::string role_of_element(const QPDFObjectHandle& element) const;
    void walk_kid(const QPDFObjectHandle& kid, std::uint64_t page, TaggedTable* table,
                  TaggedCell* cell, int depth);
    void add_piece(std::uint64_t page, int mark, TaggedCell* cell) const;
    void walk_cell(const QPDFObjectHandle& element, std::uint64_t page, TaggedTable& table,
                   bool header, int depth);

    QPDFObjectHandle roles_;
    const std::map<std::uint64_t, std::size_t>& pages_;
    std::set<std::uint64_t> seen_{};
    std::size_t elements_{};
    std::vector<TaggedTable> tables_{};
};

int tagged_span_of(const QPDFObjectHandle& attributes, const char* key) {
    QPDFObjectHandle from = attributes;
    int span = integer_of(entry(attributes, key), 1);
    if (from.isArray()) {
        const int count = std::min(from.getArrayNItems(), 16);
        for (int i = 0; i < count; ++i) {
            span = std::max(span, integer_of(entry(from.getArrayItem(i), key), 1));
        }
    }
    return std::clamp(span, 1, k_largest_span);
}

/// Producers have names of their own for the standard types; the role map leads to those.
std::string TagReader::role_of_element(const QPDFObjectHandle& element) const {
    std::string role = name_of(entry(element, "/S"));
    for (int i = 0; i < k_most_role_hops; ++i) {
        const std::string next = name_of(entry(roles_, ("/" + role).c_str()));
        if (next.empty() || next == role) break;
        role = next;
    }
    return role;
}

void TagReader::add_piece(std::uint64_t page, int mark, TaggedCell* cell) const {
    const auto number = pages_.find(page);
    if (cell != nullptr && mark >= 0 && number != pages_.end()) {
        cell->pieces.push_back({number->second, mark});
    }
}

void TagReader::walk_kid(const QPDFObjectHandle& kid, std::uint64_t page, TaggedTable* table,
                         TaggedCell* cell, int depth) {
    if (QPDFObjectHandle number = kid; number.isInteger()) {
        add_piece(page, integer_of(kid, -1), cell);
        return;
    }
    const std::string type = name_of(entry(kid, "/Type"));
    if (type == "MCR") {
        const std::uint64_t own = identity_of(entry(kid, "/Pg"));
        add_piece(own != 0 ? own : page, integer_of(entry(kid, "/MCID"), -1), cell);
    } else if (type != "OBJR") {
        walk(kid, page, table, cell, depth + 1);
    }
}

void TagReader::walk_cell(const QPDFObjectHandle& element, std::uint64_t page, TaggedTable& table,
                          bool header, int depth) {
    if (table.rows.empty()) table.rows.emplace_back();
    const QPDFObjectHandle attributes = entry(element, "/A");
    TaggedCell cell{.rows = tagged_span_of(attributes, "/RowSpan"),
                    .columns = tagged_span_of(attributes, "/ColSpan"),
                    .header = header};
    QPDFObjectHandle kids = entry(element, "/K");
    if (kids.isArray()) {
        const int count = kids.getArrayNItems();
        for (int i = 0; i < count; ++i) {
            walk_kid(kids.getArrayItem(i), page, &table, &cell, depth);
        }
    } else {
        walk_kid(kids, page, &table, &cell, depth);
    }
    table.rows.back().push_back(std::move(cell));
}

void TagReader::walk(const QPDFObjectHandle& element, std::uint64_t page, TaggedTable* table,
                     TaggedCell* cell, int depth) {
    if (QPDFObjectHandle copy = element; !copy.isDictionary()) return;
    const std::uint64_t identity = identity_of(element);
    if (identity != 0 && !seen_.insert(identity).second) return;
    if (depth > k_deepest_element || ++elements_ > k_most_elements) return;
    if (const std::uint64_t own = identity_of(entry(element, "/Pg")); own != 0) page = own;
    const std::string role = role_of_element(element);
    TaggedTable made;
    if (role == "Table") {
        if (table != nullptr) table->nests = true;
        // A nested table stays text of the cell around it.
        if (cell == nullptr) table = &made;
    } else if (role == "TR" && table != nullptr && cell == nullptr) {
        table->rows.emplace_back();
    } else if ((role == "TD" || role == "TH") && table != nullptr && cell == nullptr) {
        walk_cell(element, page, *table, role == "TH", depth);
        return;
    }
    QPDFObjectHandle kids = entry(element, "/K");
    if (kids.isArray()) {
        const int count = kids.getArrayNItems();
        for (int i = 0; i < count; ++i) walk_kid(kids.getArrayItem(i), page, table, cell, depth);
    } else {
        walk_kid(kids, page, table, cell, depth);
    }
    if (table == &made) {
        std::erase_if(made.rows, [](const auto& row) { return row.empty(); });
        if (!made.rows.empty()) tables_.push_back(std::move(made));
    }
}

}  // namespace

std::vector<TaggedTable> tagged_tables_of(const QPDFObjectHandle& root,
                                          const std::map<std::uint64_t, std::size_t>& pages) {
    const QPDFObjectHandle tree = entry(root, "/StructTreeRoot");
    TagReader reader(tree, pages);
    QPDFObjectHandle kids = entry(tree, "/K");
    if (kids.isArray()) {
        const int count = kids.getArrayNItems();
        for (int i = 0; i < count; ++i) {
            reader.walk(kids.getArrayItem(i), 0, nullptr, nullptr, 0);
        }
    } else {
        reader.walk(kids, 0, nullptr, nullptr, 0);
    }
    return reader.take();
}

}  // namespace tidytracker::pdf
