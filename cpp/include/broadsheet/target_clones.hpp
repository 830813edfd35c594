#pragma once

// BROADSHEET_TARGET_CLONES before a function compiles it for several x86-64 levels; the best one
// that the processor has is chosen when the library is loaded. Nothing where the compiler, the
// platform or a sanitizer cannot follow. What such a function returns must not depend on the level,
// or must be rounded in a way that its caller allows for.
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) && \
    __GNUC__ >= 11 && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define BROADSHEET_TARGET_CLONES \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define BROADSHEET_TARGET_CLONES
#endif
