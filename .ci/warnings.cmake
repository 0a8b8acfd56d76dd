# SPDX-License-Identifier: Apache-2.0
# The warnings that all of the project's code is compiled with.
add_library(tidytracker_warnings INTERFACE)
target_compile_options(tidytracker_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wdouble-promotion -Wformat=2)
if(TIDYTRACKER_WERROR)
  target_compile_options(tidytracker_warnings INTERFACE -Werror)
endif()
