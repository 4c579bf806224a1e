#pragma once
#include <stdbool.h>
#include <stdint.h>

/// Whether allocations are counted on this platform; elsewhere both numbers stay zero.
bool allocations_are_counted(void);

/// How often memory was asked for since the process began: malloc, calloc, realloc and the aligned ones.
uint64_t allocations_so_far(void);

/// How many bytes were asked for since the process began.
uint64_t allocated_bytes_so_far(void);
