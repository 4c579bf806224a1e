// CRC-32C (Castagnoli) by the instruction that processors have for it, and Swift has no name for.
#ifndef DECORUM_CHECKSUM_H
#define DECORUM_CHECKSUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Whether this processor has the instruction.
bool checksum_has_instruction(void);

// The remainder after so many bytes more; only where the processor has the instruction.
uint32_t checksum_crc32c(uint32_t remainder, const void *bytes, size_t count);

#endif
