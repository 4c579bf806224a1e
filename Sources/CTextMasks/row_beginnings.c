#include "text_masks.h"

#if defined(__x86_64__)
#include <immintrin.h>

// The groups that have such a byte at a place of their rows.
__attribute__((target("avx2")))
static inline __m256i groups_avx2(const uint8_t *text, const decorum_row_groups *groups, int place) {
  const __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + place)), half = _mm256_set1_epi8(0x0F);
  const __m256i low = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)groups->low[place]));
  const __m256i high = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)groups->high[place]));
  return _mm256_and_si256(
      _mm256_shuffle_epi8(low, _mm256_and_si256(bytes, half)),
      _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
}

__attribute__((target("avx2")))
static void find_beginnings_avx2(
    const uint8_t *text, int64_t cells, const decorum_row_groups *groups, uint64_t *places) {
  for (int64_t part = 0; part < cells * 2; part++) {
    __m256i left = groups_avx2(text + part * 32, groups, 0);
    for (int place = 1; place < 4; place++) left = _mm256_and_si256(left, groups_avx2(text + part * 32, groups, place));
    const uint32_t none = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(left, _mm256_setzero_si256()));
    if (part % 2 == 0) places[part / 2] = 0;
    places[part / 2] |= (uint64_t)~none << (part % 2 * 32);
  }
}

__attribute__((target("avx512bw")))
static inline __m512i groups_avx512(const uint8_t *text, const decorum_row_groups *groups, int place) {
  const __m512i bytes = _mm512_loadu_si512(text + place), half = _mm512_set1_epi8(0x0F);
  const __m512i low = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)groups->low[place]));
  const __m512i high = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)groups->high[place]));
  return _mm512_and_si512(
      _mm512_shuffle_epi8(low, _mm512_and_si512(bytes, half)),
      _mm512_shuffle_epi8(high, _mm512_and_si512(_mm512_srli_epi16(bytes, 4), half)));
}

__attribute__((target("avx512bw")))
static void find_beginnings_avx512(
    const uint8_t *text, int64_t cells, const decorum_row_groups *groups, uint64_t *places) {
  for (int64_t cell = 0; cell < cells; cell++) {
    __m512i left = groups_avx512(text + cell * 64, groups, 0);
    for (int place = 1; place < 4; place++) left = _mm512_and_si512(left, groups_avx512(text + cell * 64, groups, place));
    places[cell] = _mm512_test_epi8_mask(left, left);
  }
}
#endif

// Without shuffles of bytes one place after the other costs more than it saves: a row may begin everywhere.
static void find_beginnings(int64_t cells, uint64_t *places) {
  for (int64_t cell = 0; cell < cells; cell++) places[cell] = ~(uint64_t)0;
}

void decorum_find_beginnings(const uint8_t *text, int64_t cells, const decorum_row_groups *groups, uint64_t *places) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw")) return find_beginnings_avx512(text, cells, groups, places);
  if (__builtin_cpu_supports("avx2")) return find_beginnings_avx2(text, cells, groups, places);
#endif
  find_beginnings(cells, places);
}
