# Finds Emscripten's own toolchain file: an activated emsdk ($EMSDK) first, else Debian's package.
# Adds what Debian's 3.1.6 needs: its linker runs a Node script that looks for acorn in Debian's
# module folder, so every link gets NODE_PATH, also when somebody calls plain `cmake --build`.
set(debian_root /usr/share/emscripten)
if(DEFINED ENV{EMSDK} AND EXISTS "$ENV{EMSDK}/upstream/emscripten")
  set(emscripten_root "$ENV{EMSDK}/upstream/emscripten")
elseif(EXISTS ${debian_root})
  set(emscripten_root ${debian_root})
  set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
else()
  message(FATAL_ERROR "Emscripten is missing. Install Debian's package `emscripten`, or activate an emsdk so that EMSDK is set.")
endif()
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)

# 3.1.6 writes JavaScript that hands a plain path to fetch() where Node has fetch.
set(CMAKE_CROSSCOMPILING_EMULATOR "node;--no-experimental-fetch")
