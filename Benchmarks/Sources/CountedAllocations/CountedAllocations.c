// Stands before the C library's malloc: what is defined in the executable is found first, for every library that the
// process loads, so that the allocations of Swift's runtime are counted, too. glibc keeps its own under `__libc_…`.
#include "CountedAllocations.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

static uint64_t count, bytes;

uint64_t allocations_so_far(void) { return __atomic_load_n(&count, __ATOMIC_RELAXED); }

uint64_t allocated_bytes_so_far(void) { return __atomic_load_n(&bytes, __ATOMIC_RELAXED); }

#if defined(__GLIBC__)

bool allocations_are_counted(void) { return true; }

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t items, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static void add(size_t size) {
  __atomic_fetch_add(&count, 1, __ATOMIC_RELAXED);
  __atomic_fetch_add(&bytes, size, __ATOMIC_RELAXED);
}

void *malloc(size_t size) {
  add(size);
  return __libc_malloc(size);
}

void *calloc(size_t items, size_t size) {
  add(items * size);
  return __libc_calloc(items, size);
}

void *realloc(void *old, size_t size) {
  add(size);
  return __libc_realloc(old, size);
}

void *memalign(size_t alignment, size_t size) {
  add(size);
  return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **place, size_t alignment, size_t size) {
  void *memory = memalign(alignment, size);
  if (!memory) return ENOMEM;
  *place = memory;
  return 0;
}

#else

bool allocations_are_counted(void) { return false; }

#endif
