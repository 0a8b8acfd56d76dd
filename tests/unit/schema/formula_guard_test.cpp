// SPDX-License-Identifier: Apache-2.0
#include "schema/formula_guard.hpp"

#include <gtest/gtest.h>

namespace tidytracker {
namespace {

TEST(FormulaGuard, every_opener_gets_an_apostrophe) {
    EXPECT_EQ(guard_formula("=HYPERLINK(A1)"), "'=HYPERLINK(A1)");
    EXPECT_EQ(guard_formula("+44 20 7946 0018"), "'+44 20 7946 0018");
    EXPECT_EQ(guard_formula("-5"), "'-5");
    EXPECT_EQ(guard_formula("@SUM"), "'@SUM");
    EXPECT_EQ(guard_formula("\t=1"), "'\t=1");
    EXPECT_EQ(guard_formula("A-17"), "A-17");
    EXPECT_EQ(guard_formula(""), "");
}

TEST(FormulaGuard, reading_undoes_it) {
    for (const std::string text : {"=1", "'=1", "''-x", "'quoted'", "'", "", "plain", "@"}) {
        EXPECT_EQ(unguard_formula(guard_formula(text)), text);
    }
    EXPECT_EQ(unguard_formula("'quoted'"), "'quoted'");
}

}  // namespace
}  // namespace tidytracker
