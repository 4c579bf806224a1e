#include "text_masks.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

// What both sets of instructions do with what they compared: GATHER makes bits of a comparison, IS of one sign.
#define DECORUM_GATHER_ALL(GATHER, IS) \
  all.letters |= GATHER(letters);      \
  all.capitals |= GATHER(capitals);    \
  all.digits |= GATHER(digits);        \
  all.spaces |= IS(' ');               \
  all.high |= GATHER(bytes);           \
  all.exclamations |= IS('!');         \
  all.questions |= IS('?');            \
  all.ats |= IS('@');                  \
  all.hashes |= IS('#');               \
  all.apostrophes |= IS('\'');         \
  all.slashes |= IS('/');              \
  all.stops |= IS('.')

#define DECORUM_GATHER_32(comparison) ((uint64_t)(uint32_t)_mm256_movemask_epi8(comparison) << (part * 32))
#define DECORUM_IS_32(sign) DECORUM_GATHER_32(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(sign)))

__attribute__((target("avx2")))
static void read_block_avx2(const uint8_t *text, uint8_t *small, decorum_text_masks *masks) {
  const __m256i case_bit = _mm256_set1_epi8(0x20);
  decorum_text_masks all = {0};
  for (int part = 0; part < 2; part++) {
    const __m256i bytes = _mm256_loadu_si256((const __m256i *)(text + part * 32));
    const __m256i folded = _mm256_or_si256(bytes, case_bit);
    const __m256i letters = _mm256_and_si256(
        _mm256_cmpgt_epi8(folded, _mm256_set1_epi8('a' - 1)), _mm256_cmpgt_epi8(_mm256_set1_epi8('z' + 1), folded));
    const __m256i capitals =
        _mm256_andnot_si256(_mm256_cmpeq_epi8(_mm256_and_si256(bytes, case_bit), case_bit), letters);
    const __m256i digits = _mm256_and_si256(
        _mm256_cmpgt_epi8(bytes, _mm256_set1_epi8('0' - 1)), _mm256_cmpgt_epi8(_mm256_set1_epi8('9' + 1), bytes));
    _mm256_storeu_si256((__m256i *)(small + part * 32), _mm256_or_si256(bytes, _mm256_and_si256(capitals, case_bit)));
    DECORUM_GATHER_ALL(DECORUM_GATHER_32, DECORUM_IS_32);
  }
  *masks = all;
}

// The registers of 64 bytes have comparisons that make bits by themselves, and read no further than they are told.
__attribute__((target("avx512bw")))
static void read_block_avx512(const uint8_t *text, int64_t length, uint8_t *small, decorum_text_masks *masks) {
  const __mmask64 read = length < 64 ? ((uint64_t)1 << length) - 1 : ~(uint64_t)0;
  const __m512i bytes = _mm512_maskz_loadu_epi8(read, text);
  const __m512i case_bit = _mm512_set1_epi8(0x20);
  const __m512i behind_a = _mm512_sub_epi8(_mm512_or_si512(bytes, case_bit), _mm512_set1_epi8('a'));
  masks->letters = _mm512_cmple_epu8_mask(behind_a, _mm512_set1_epi8('z' - 'a'));
  masks->capitals = masks->letters & _mm512_testn_epi8_mask(bytes, case_bit);
  masks->digits = _mm512_cmple_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8('0')), _mm512_set1_epi8(9));
  masks->spaces = _mm512_cmpeq_epi8_mask(bytes, case_bit);
  masks->high = _mm512_movepi8_mask(bytes);
  masks->exclamations = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('!'));
  masks->questions = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('?'));
  masks->ats = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('@'));
  masks->hashes = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('#'));
  masks->apostrophes = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\''));
  masks->slashes = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('/'));
  masks->stops = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('.'));
  _mm512_storeu_si512(small, _mm512_mask_add_epi8(bytes, masks->capitals, bytes, case_bit));
}

#define DECORUM_GATHER_16(comparison) ((uint64_t)(uint32_t)_mm_movemask_epi8(comparison) << (part * 16))
#define DECORUM_IS_16(sign) DECORUM_GATHER_16(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(sign)))

static void read_block(const uint8_t *text, uint8_t *small, decorum_text_masks *masks) {
  const __m128i case_bit = _mm_set1_epi8(0x20);
  decorum_text_masks all = {0};
  for (int part = 0; part < 4; part++) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + part * 16));
    const __m128i folded = _mm_or_si128(bytes, case_bit);
    const __m128i letters =
        _mm_and_si128(_mm_cmpgt_epi8(folded, _mm_set1_epi8('a' - 1)), _mm_cmplt_epi8(folded, _mm_set1_epi8('z' + 1)));
    const __m128i capitals = _mm_andnot_si128(_mm_cmpeq_epi8(_mm_and_si128(bytes, case_bit), case_bit), letters);
    const __m128i digits =
        _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('0' - 1)), _mm_cmplt_epi8(bytes, _mm_set1_epi8('9' + 1)));
    _mm_storeu_si128((__m128i *)(small + part * 16), _mm_or_si128(bytes, _mm_and_si128(capitals, case_bit)));
    DECORUM_GATHER_ALL(DECORUM_GATHER_16, DECORUM_IS_16);
  }
  *masks = all;
}

#else

static void read_block(const uint8_t *text, uint8_t *small, decorum_text_masks *masks) {
  decorum_text_masks all = {0};
  for (int place = 0; place < 64; place++) {
    const uint8_t byte = text[place];
    const uint64_t bit = (uint64_t)1 << place;
    const int is_capital = byte >= 'A' && byte <= 'Z';
    small[place] = is_capital ? byte | 0x20 : byte;
    if (is_capital) all.capitals |= bit;
    if (small[place] >= 'a' && small[place] <= 'z') all.letters |= bit;
    if (byte >= '0' && byte <= '9') all.digits |= bit;
    if (byte == ' ') all.spaces |= bit;
    if (byte >= 0x80) all.high |= bit;
    if (byte == '!') all.exclamations |= bit;
    if (byte == '?') all.questions |= bit;
    if (byte == '@') all.ats |= bit;
    if (byte == '#') all.hashes |= bit;
    if (byte == '\'') all.apostrophes |= bit;
    if (byte == '/') all.slashes |= bit;
    if (byte == '.') all.stops |= bit;
  }
  *masks = all;
}

#endif

typedef void block_reader(const uint8_t *, uint8_t *, decorum_text_masks *);

static inline void unite(decorum_text_masks *all, const decorum_text_masks *masks) {
  uint64_t *to = (uint64_t *)all;
  const uint64_t *from = (const uint64_t *)masks;
  for (unsigned long mask = 0; mask < sizeof(*all) / sizeof(*to); mask++) to[mask] |= from[mask];
}

// Inlined into what reads with each set of instructions, and the reader of a block into it.
__attribute__((always_inline)) static inline decorum_text_masks read_text(
    const uint8_t *text, int64_t length, uint8_t *small, decorum_text_masks *masks, block_reader *read) {
  decorum_text_masks all = {0};
  int64_t block = 0;
  for (; (block + 1) * 64 <= length; block++) {
    read(text + block * 64, small + block * 64, masks + block);
    unite(&all, masks + block);
  }
  if (block * 64 < length) {
    uint8_t tail[64] = {0};
    memcpy(tail, text + block * 64, (size_t)(length - block * 64));
    read(tail, small + block * 64, masks + block);
    unite(&all, masks + block);
  }
  return all;
}

#if defined(__x86_64__)
__attribute__((target("avx2")))
static decorum_text_masks read_text_avx2(
    const uint8_t *text, int64_t length, uint8_t *small, decorum_text_masks *masks) {
  return read_text(text, length, small, masks, read_block_avx2);
}

__attribute__((target("avx512bw")))
static decorum_text_masks read_text_avx512(
    const uint8_t *text, int64_t length, uint8_t *small, decorum_text_masks *masks) {
  for (int64_t place = 0; place < length; place += 64) {
    read_block_avx512(text + place, length - place, small + place, masks + place / 64);
  }
  decorum_text_masks all = {0};
  for (int64_t block = 0; block * 64 < length; block++) unite(&all, masks + block);
  return all;
}
#endif

decorum_text_masks decorum_read_text(const uint8_t *text, int64_t length, uint8_t *small, decorum_text_masks *masks) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw")) return read_text_avx512(text, length, small, masks);
  if (__builtin_cpu_supports("avx2")) return read_text_avx2(text, length, small, masks);
#endif
  return read_text(text, length, small, masks, read_block);
}
