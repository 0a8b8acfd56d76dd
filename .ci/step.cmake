# SPDX-License-Identifier: Apache-2.0
# tidytracker_step(NAME [FOLDER folder] [EXCEPT folder...] [SEES step...] [LIBRARIES target...]): the
# folder src/NAME (or FOLDER) as a target of its own, which may include only the steps that it names.
# Every .cpp below the folder belongs to it, but those in the folders EXCEPT.
function(tidytracker_step NAME)
  cmake_parse_arguments(STEP "" "FOLDER" "EXCEPT;SEES;LIBRARIES" ${ARGN})
  if(NOT STEP_FOLDER)
    set(STEP_FOLDER ${NAME})
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${STEP_FOLDER}/*.cpp)
  foreach(folder IN LISTS STEP_EXCEPT)
    list(FILTER sources EXCLUDE REGEX "^${CMAKE_CURRENT_SOURCE_DIR}/${folder}/")
  endforeach()
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
