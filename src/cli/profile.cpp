// SPDX-License-Identifier: Apache-2.0
#include "cli/profile.hpp"

#include <tidytracker/fields.hpp>
#include <tidytracker/record.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/profile_toml.hpp"

namespace tidytracker::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> k_orders{"dmy", "mdy", "ymd"};
/// In the order of QuarterYear, whose first value is no choice of a user.
constexpr std::array<std::string_view, 2> k_quarters{"financial", "calendar"};
constexpr std::array<std::string_view, 8> k_tables{"columns", "status", "people", "dates",
                                                   "merge",   "rules",  "allow",  "rule"};
constexpr std::array<std::string_view, 4> k_merge_keys{"same", "distinct", "prefer", "fields"};

/// A key that stands for several tables: [[allow]].
using TableReader = Result<void> (*)(const ProfileText&, const toml::table&, RuleSet&);

Result<void> read_each(const ProfileText& file, const toml::key& key, const toml::node& node,
                       TableReader read, RuleSet& rules) {
    const toml::array* tables = node.as_array();
    if (tables == nullptr) {
        return fault(file, key.source().begin, fmt::format("\"{}\" is not a list", key.str()),
                     fmt::format("begin each with [[{}]]", key.str()));
    }
    for (const toml::node& entry : *tables) {
        const toml::table* table = entry.as_table();
        if (table == nullptr) {
            return fault(file, entry.source().begin, "expected a table",
                         fmt::format("begin each with [[{}]]", key.str()));
        }
        if (const Result<void> done = read(file, *table, rules); !done) return done;
    }
    return {};
}

std::vector<std::string_view> status_words() {
    std::vector<std::string_view> words;
    for (int i = 0; i <= static_cast<int>(Status::unknown); ++i) {
        words.push_back(tidytracker::to_string(static_cast<Status>(i)));
    }
    return words;
}

/// A check of a value; empty or the words that are allowed.
using Allowed = std::vector<std::string_view>;

Result<Wording> wording_of(const ProfileText& file, const toml::table& table, std::string_view what,
                           const Allowed& allowed) {
    Wording wording;
    for (const auto& [key, node] : table) {
        const toml::source_position at = node.source().begin;
        const auto* text = node.as_string();
        if (text == nullptr) return fault(file, at, "expected a text in quotes", "");
        const std::string& value = text->get();
        if (!allowed.empty() && std::ranges::find(allowed, value) == allowed.end()) {
            return fault(file, at, fmt::format("unknown {} \"{}\"", what, value),
                         suggestion(value, allowed));
        }
        wording.emplace_back(std::string(key.str()), value);
    }
    return wording;
}

Result<void> read_dates(const ProfileText& file, const toml::table& table, Profile& profile) {
    for (const auto& [key, node] : table) {
        const bool is_order = key.str() == "order";
        if (!is_order && key.str() != "quarters") {
            return fault(file, key.source().begin, fmt::format("unknown key \"{}\"", key.str()),
                         suggestion(key.str(), {"order", "quarters"}));
        }
        const std::string value = node.value_or(std::string{});
        if (is_order) profile.date_order = date_order_from(value);
        if (!is_order) profile.quarters = quarters_from(value);
        if (is_order ? profile.date_order.has_value() : profile.quarters.has_value()) continue;
        const Allowed allowed = is_order ? Allowed{k_orders.begin(), k_orders.end()}
                                         : Allowed{k_quarters.begin(), k_quarters.end()};
        return fault(file, node.source().begin,
                     fmt::format("unknown {} \"{}\"", is_order ? "order" : "quarters", value),
                     suggestion(value, allowed));
    }
    return {};
}

/// same = [["A-031", "S-007"], ...]
Result<MergeProfile::Names> names_of(const ProfileText& file, const toml::node& node) {
    MergeProfile::Names names;
    const toml::array* pairs = node.as_array();
    const auto wrong = [&file](const toml::node& at) {
        return fault(file, at.source().begin, "expected pairs of names",
                     "write them as [[\"A-031\", \"S-007\"]]");
    };
    if (pairs == nullptr) return wrong(node);
    for (const toml::node& element : *pairs) {
        const toml::array* pair = element.as_array();
        if (pair == nullptr || pair->size() != 2 || !pair->get(0)->is_string() ||
            !pair->get(1)->is_string()) {
            return wrong(element);
        }
        names.emplace_back(pair->get(0)->value_or(std::string{}),
                           pair->get(1)->value_or(std::string{}));
    }
    return names;
}

Result<void> read_merge_key(const ProfileText& file, std::string_view key, const toml::node& node,
                            MergeProfile& merge) {
    const toml::source_position at = node.source().begin;
    if (key == "same" || key == "distinct") {
        return names_of(file, node).map([&](MergeProfile::Names names) {
            (key == "same" ? merge.same : merge.distinct) = std::move(names);
        });
    }
    if (key == "prefer") {
        if (!node.is_string()) return fault(file, at, "expected a text in quotes", "");
        merge.prefer = node.value_or(std::string{});
        return {};
    }
    const toml::table* fields = node.as_table();
    if (fields == nullptr) return fault(file, at, "\"fields\" is not a table", "");
    for (const auto& [name, value] : *fields) {
        if (field_from_name(name.str()) || name.str() == "meeting") continue;
        return fault(file, name.source().begin, fmt::format("unknown field \"{}\"", name.str()),
                     suggestion(name.str(), field_names()));
    }
    return wording_of(file, *fields, "policy", {}).map([&merge](Wording wording) {
        merge.fields = std::move(wording);
    });
}

Result<MergeProfile> merge_of(const ProfileText& file, const toml::table& table) {
    MergeProfile merge;
    for (const auto& [key, node] : table) {
        if (std::ranges::find(k_merge_keys, key.str()) == k_merge_keys.end()) {
            return fault(file, key.source().begin, fmt::format("unknown key \"{}\"", key.str()),
                         suggestion(key.str(), {k_merge_keys.begin(), k_merge_keys.end()}));
        }
        const Result<void> read = read_merge_key(file, key.str(), node, merge);
        if (!read) return tl::unexpected<Error>(read.error());
    }
    return merge;
}

/// Reads one table of the profile into its member.
Result<void> read_table(const ProfileText& file, std::string_view name, const toml::table& table,
                        Profile& profile) {
    if (name == "dates") return read_dates(file, table, profile);
    if (name == "merge") {
        return merge_of(file, table).map([&profile](MergeProfile merge) {
            profile.merge = std::move(merge);
        });
    }
    Allowed allowed;
    if (name == "columns") allowed = field_names();
    if (name == "columns") allowed.push_back("extra");
    if (name == "status") allowed = status_words();
    Wording& target = name == "columns"  ? profile.columns
                      : name == "status" ? profile.statuses
                                         : profile.people;
    return wording_of(file, table, name == "status" ? "status" : "field", allowed)
        .map([&target](Wording wording) { target = std::move(wording); });
}

void append_quoted(std::string_view text, std::string& out) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out.append(1, '\\').append(1, c);
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    out += '"';
}

void append_wording(std::string_view name, const Wording& wording, std::string& out) {
    if (wording.empty()) return;
    if (!out.empty()) out += '\n';
    out.append("[").append(name).append("]\n");
    for (const auto& [text, meaning] : wording) {
        append_quoted(text, out);
        out += " = ";
        append_quoted(meaning, out);
        out += '\n';
    }
}

void append_names(std::string_view key, const MergeProfile::Names& names, std::string& out) {
    if (names.empty()) return;
    out.append(key).append(" = [");
    for (const auto& [first, second] : names) {
        out += &first == &names.front().first ? "[" : ", [";
        append_quoted(first, out);
        out += ", ";
        append_quoted(second, out);
        out += ']';
    }
    out += "]\n";
}

void append_merge(const MergeProfile& merge, std::string& out) {
    if (merge == MergeProfile{}) return;
    if (!out.empty()) out += '\n';
    out += "[merge]\n";
    append_names("same", merge.same, out);
    append_names("distinct", merge.distinct, out);
    if (!merge.prefer.empty()) {
        out += "prefer = ";
        append_quoted(merge.prefer, out);
        out += '\n';
    }
    append_wording("merge.fields", merge.fields, out);
}

}  // namespace

tl::unexpected<Error> fault(const ProfileText& file, const toml::source_position& at,
                            std::string_view message, std::string help) {
    std::string text = fmt::format("{}:{}:{}: {}", file.name, at.line, at.column, message);
    const std::vector<std::string_view> lines = split(file.text, '\n');
    if (at.line >= 1 && at.line <= lines.size()) {
        const std::string_view line = trim(lines[at.line - 1]);
        const auto indent = static_cast<std::size_t>(line.data() - lines[at.line - 1].data());
        // toml++ counts columns in characters, and blanks before the line are not shown.
        const std::size_t caret = at.column > indent + 1 ? at.column - 1 - indent : 0;
        text += fmt::format("\n{:>6} | {}\n       | {:>{}}", at.line, line, '^', caret + 1);
    }
    return fail(ErrorKind::usage, std::move(text), std::move(help));
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& words) {
    const std::string_view meant = nearest(word, words);
    return meant.empty() ? fmt::format("it is one of: {}", fmt::join(words, ", "))
                         : fmt::format("did you mean \"{}\"?", meant);
}

std::vector<std::string_view> field_names() {
    std::vector<std::string_view> names;
    for (const FieldInfo& field : all_fields()) names.push_back(field.name);
    return names;
}

std::string_view to_string(DateOrder order) {
    return k_orders[static_cast<std::size_t>(order)];
}

std::optional<DateOrder> date_order_from(std::string_view word) {
    const auto found = std::ranges::find(k_orders, word);
    if (found == k_orders.end()) return std::nullopt;
    return static_cast<DateOrder>(found - k_orders.begin());
}

std::string_view to_string(QuarterYear quarters) {
    if (quarters == QuarterYear::unstated) return {};
    return k_quarters[static_cast<std::size_t>(quarters) - 1];
}

std::optional<QuarterYear> quarters_from(std::string_view word) {
    const auto found = std::ranges::find(k_quarters, word);
    if (found == k_quarters.end()) return std::nullopt;
    return static_cast<QuarterYear>(found - k_quarters.begin() + 1);
}

Result<void> check_field_name(std::string_view name) {
    if (name == "extra" || field_from_name(name)) return {};
    const std::string_view meant = nearest(name, field_names());
    return fail(ErrorKind::usage, fmt::format("unknown field \"{}\"", name),
                meant.empty() ? "tidytracker schema lists the fields"
                              : fmt::format("did you mean \"{}\"?", meant));
}

std::string nearest_profile() {
    std::error_code error;
    const char* home = std::getenv("HOME");
    fs::path name("tidytracker.toml");
    for (fs::path folder = fs::current_path(error); !error; folder = folder.parent_path()) {
        if (fs::is_regular_file(folder / "tidytracker.toml", error)) return name.string();
        const bool last = fs::exists(folder / ".git", error) || folder == folder.root_path();
        if (last || (home != nullptr && folder == home)) break;
        name = ".." / name;
        error.clear();
    }
    return {};
}

Result<Profile> parse_profile(std::string_view name, std::string_view text) {
    const ProfileText file{.name = name, .text = text};
    const toml::parse_result parsed = toml::parse(text, std::string(name));
    if (!parsed) {
        const toml::parse_error& error = parsed.error();
        return fault(file, error.source().begin, lower_ascii(error.description()), "");
    }
    Profile profile;
    for (const auto& [key, node] : parsed.table()) {
        if (std::ranges::find(k_tables, key.str()) == k_tables.end()) {
            return fault(file, key.source().begin, fmt::format("unknown key \"{}\"", key.str()),
                         suggestion(key.str(), {k_tables.begin(), k_tables.end()}));
        }
        if (key.str() == "allow" || key.str() == "rule") {
            const Result<void> each =
                read_each(file, key, node, key.str() == "allow" ? read_allowance : read_custom_rule,
                          profile.rules);
            if (!each) return tl::unexpected<Error>(each.error());
            continue;
        }
        const toml::table* table = node.as_table();
        if (table == nullptr) {
            return fault(file, key.source().begin, fmt::format("\"{}\" is not a table", key.str()),
                         fmt::format("begin a table with [{}]", key.str()));
        }
        const Result<void> read = key.str() == "rules"
                                      ? read_rule_settings(file, *table, profile.rules)
                                      : read_table(file, key.str(), *table, profile);
        if (!read) return tl::unexpected<Error>(read.error());
    }
    const Result<void> known = check_profile_rules(file, parsed.table(), profile.rules);
    if (!known) return tl::unexpected<Error>(known.error());
    return profile;
}

std::string profile_text(const Profile& profile) {
    std::string out;
    append_wording("columns", profile.columns, out);
    append_wording("status", profile.statuses, out);
    append_wording("people", profile.people, out);
    if (profile.date_order || profile.quarters) {
        if (!out.empty()) out += '\n';
        out += "[dates]\n";
    }
    if (profile.date_order) out += fmt::format("order = \"{}\"\n", to_string(*profile.date_order));
    if (profile.quarters) out += fmt::format("quarters = \"{}\"\n", to_string(*profile.quarters));
    append_merge(profile.merge, out);
    return out;
}

}  // namespace tidytracker::cli
