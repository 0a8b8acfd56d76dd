# SPDX-License-Identifier: Apache-2.0
# tidytracker_step(NAME [SEES step...] [LIBRARIES target...]): the folder src/NAME as a target of
# its own, which may include only the steps that it names. Every .cpp below the folder belongs to it.
function(tidytracker_step NAME)
  cmake_parse_arguments(STEP "" "" "SEES;LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${NAME}/*.cpp)
  if(NOT sources)
    add_library(step_${NAME} INTERFACE)
    target_include_directories(step_${NAME} INTERFACE ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/src)
    target_link_libraries(step_${NAME} INTERFACE tl::expected fmt::fmt ${STEP_LIBRARIES})
    set_property(GLOBAL APPEND PROPERTY tidytracker_steps step_${NAME})
    return()
  endif()
  add_library(step_${NAME} OBJECT ${sources})
  target_include_directories(step_${NAME} PUBLIC ${PROJECT_SOURCE_DIR}/include
                                                 ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(step_${NAME} PUBLIC tl::expected fmt::fmt ${STEP_LIBRARIES}
                                     PRIVATE tidytracker_warnings)
  tidytracker_precompile(step_${NAME})
  foreach(seen IN LISTS STEP_SEES)
    target_link_libraries(step_${NAME} PUBLIC step_${seen})
  endforeach()
  set_property(GLOBAL APPEND PROPERTY tidytracker_steps step_${NAME})
endfunction()
