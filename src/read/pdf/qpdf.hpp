// SPDX-License-Identifier: Apache-2.0
#pragma once

// qpdf's headers. clang 14 refuses qpdf 11's <qpdf/JSON.hh> as C++20: its classes hold vectors of
// the class that they are members of. Nothing here uses JSON, so declaring it is enough.
#if defined(__clang__) && __clang_major__ < 16
#define JSON_HH
class JSON;
#endif

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
