#include "text_masks.h"

#if defined(__x86_64__)
#include <immintrin.h>

// Writes the places of the bits that are set, so far behind: sixteen at a time, and what is too much is overwritten.
__attribute__((target("avx512bw,avx512vbmi2")))
static inline int32_t *add_places_avx512(uint64_t bits, int32_t behind, int32_t *places) {
  const __m512i counted = _mm512_set_epi8(
      63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35,
      34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5,
      4, 3, 2, 1, 0);
  const __m512i chosen = _mm512_maskz_compress_epi8(bits, counted);
  const __m512i start = _mm512_set1_epi32(behind);
  const int count = __builtin_popcountll(bits);
  _mm512_storeu_si512(places, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(chosen))));
  if (count > 16) {
    const __m128i second = _mm512_extracti32x4_epi32(chosen, 1);
    _mm512_storeu_si512(places + 16, _mm512_add_epi32(start, _mm512_cvtepu8_epi32(second)));
  }
  return places + count;
}
#endif

// Twelve are written at once and what is too much is overwritten, since most cells have fewer (D. Lemire and G. Langdale,
// "Parsing Gigabytes of JSON per Second", 2019, flatten bits).
static inline int32_t *add_places(uint64_t bits, int32_t behind, int32_t *places) {
  int32_t *const end = places + __builtin_popcountll(bits);
  for (int turn = 0; turn < 12; turn++) {
    *places++ = behind + (bits == 0 ? 0 : __builtin_ctzll(bits));
    bits &= bits - 1;
  }
  for (; bits != 0; bits &= bits - 1) *places++ = behind + __builtin_ctzll(bits);
  return end;
}

typedef int32_t *place_adder(uint64_t, int32_t, int32_t *);

__attribute__((always_inline)) static inline int64_t find_runs(
    const uint64_t *bits, int64_t cells, int32_t *starts, int32_t *ends, place_adder *add) {
  const int32_t *const first = starts;
  uint64_t before = 0;
  for (int64_t cell = 0; cell < cells; cell++) {
    const uint64_t edges = bits[cell] ^ (bits[cell] << 1 | before);
    before = bits[cell] >> 63;
    starts = add(edges & bits[cell], (int32_t)(cell * 64), starts);
    ends = add(edges & ~bits[cell], (int32_t)(cell * 64), ends);
  }
  if (before != 0) *ends = (int32_t)(cells * 64);
  return starts - first;
}

#if defined(__x86_64__)
__attribute__((target("avx512bw,avx512vbmi2,bmi,popcnt")))
static int64_t find_runs_avx512(const uint64_t *bits, int64_t cells, int32_t *starts, int32_t *ends) {
  return find_runs(bits, cells, starts, ends, add_places_avx512);
}
#endif

int64_t decorum_find_runs(const uint64_t *bits, int64_t cells, int32_t *starts, int32_t *ends) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vbmi2")) return find_runs_avx512(bits, cells, starts, ends);
#endif
  return find_runs(bits, cells, starts, ends, add_places);
}
