#include "checksum.h"

#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <nmmintrin.h>

bool checksum_has_instruction(void) {
  unsigned int a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSE4_2);
}

__attribute__((target("sse4.2"))) uint32_t checksum_crc32c(uint32_t remainder, const void *bytes, size_t count) {
  const uint8_t *place = bytes;
  uint64_t wide = remainder;
  for (; count >= 8; count -= 8, place += 8) {
    uint64_t eight;
    memcpy(&eight, place, 8);
    wide = _mm_crc32_u64(wide, eight);
  }
  remainder = (uint32_t)wide;
  for (; count > 0; count--) remainder = _mm_crc32_u8(remainder, *place++);
  return remainder;
}

#elif defined(__ARM_FEATURE_CRC32)
#include <arm_acle.h>

bool checksum_has_instruction(void) { return true; }

uint32_t checksum_crc32c(uint32_t remainder, const void *bytes, size_t count) {
  const uint8_t *place = bytes;
  for (; count >= 8; count -= 8, place += 8) {
    uint64_t eight;
    memcpy(&eight, place, 8);
    remainder = __crc32cd(remainder, eight);
  }
  for (; count > 0; count--) remainder = __crc32cb(remainder, *place++);
  return remainder;
}

#else

bool checksum_has_instruction(void) { return false; }

uint32_t checksum_crc32c(uint32_t remainder, const void *bytes, size_t count) {
  (void)bytes, (void)count;
  return remainder;
}

#endif
