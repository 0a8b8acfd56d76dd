# SPDX-License-Identifier: Apache-2.0
# The warnings that all of the project's code is compiled with.
add_library(tidytracker_warnings INTERFACE)
target_compile_options(tidytracker_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wdouble-promotion -Wformat=2)
# GCC 12 imagines impossible lengths inside std::string (its bugs 105329 and 105651), under whichever
# of these names its inliner comes to; the sanitizers watch what they are about.
target_compile_options(tidytracker_warnings INTERFACE
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-array-bounds -Wno-stringop-overflow
  -Wno-stringop-overread>)
if(TIDYTRACKER_WERROR)
  target_compile_options(tidytracker_warnings INTERFACE -Werror)
endif()
