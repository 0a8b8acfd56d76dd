// SPDX-License-Identifier: Apache-2.0
#include "schema/register_forms.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "schema/notation.hpp"
#include "write/example_document.hpp"
#include "write/package/tables.hpp"
#include "write/plan/register_sheets.hpp"

namespace tidytracker {
namespace {

/// The form with this name, checked against the captions that are written.
void expect_known(const std::string& name, const std::vector<std::string>& captions) {
    const auto* const form = std::ranges::find(k_register_forms, name, &RegisterForm::name);
    ASSERT_NE(form, k_register_forms.end()) << name;
    ASSERT_LE(form->captions.size(), captions.size()) << name;
    EXPECT_TRUE(std::equal(form->captions.begin(), form->captions.end(), captions.begin())) << name;
}

TEST(RegisterForms, the_sheets_that_are_written_are_known_again) {
    const WorkbookPlan plan = register_plan(testing::full_document());
    EXPECT_EQ(plan.sheets.size(), 8U);
    for (const PlannedSheet& sheet : plan.sheets) {
        if (sheet.name == "Actions") continue;
        std::vector<std::string> captions;
        for (const PlannedColumn& column : sheet.columns) captions.push_back(column.caption);
        expect_known(sheet.name, captions);
    }
}

TEST(RegisterForms, the_tables_that_are_written_are_known_again) {
    for (const PackageTable& table : package_tables()) {
        if (table.name == "actions") continue;
        std::vector<std::string> captions;
        for (const PackageColumn& column : table.columns) captions.emplace_back(column.name);
        expect_known(std::string(table.name), captions);
    }
}

TEST(PrintedParties, keep_the_words_in_which_they_were_printed) {
    const std::vector<Party> parties{
        {.person = "Nigel Marsh", .title = "Cllr", .organisation = "Parks", .text = "Cllr N Marsh"},
        {.post = "Town Clerk", .text = "Clerk <acting>; (temp)"},
        {.person = "Ada Birch", .text = "Ada Birch"},
        {.text = "AB"}};
    const std::string printed = printed_parties(parties);
    EXPECT_TRUE(printed.starts_with("Cllr Nigel Marsh (Parks) <Cllr N Marsh>; [Town Clerk] <"));
    EXPECT_EQ(parse_printed_parties(printed), parties);
}

}  // namespace
}  // namespace tidytracker
