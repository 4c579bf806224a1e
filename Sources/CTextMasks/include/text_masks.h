// What kinds of characters 64 bytes of a text are, a bit for each byte, and the same bytes with small letters.
// Swift has no instruction that gathers the results of a comparison into bits; this header is all there is of C.
#ifndef DECORUM_TEXT_MASKS_H
#define DECORUM_TEXT_MASKS_H

#include <stdint.h>

typedef struct {
  uint64_t letters;       // a-z, A-Z
  uint64_t capitals;      // A-Z
  uint64_t digits;        // 0-9
  uint64_t high;          // bytes of characters beyond ASCII
  uint64_t exclamations;  // !
  uint64_t questions;     // ?
  uint64_t ats;           // @
  uint64_t hashes;        // #
  uint64_t apostrophes;   // '
  uint64_t slashes;       // /
  uint64_t stops;         // .
} decorum_text_masks;

#if defined(__SSE2__)
#include <emmintrin.h>

static inline void decorum_text_masks_of(const uint8_t *text, uint8_t *small, decorum_text_masks *masks) {
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
#define DECORUM_GATHER(comparison) ((uint64_t)(uint32_t)_mm_movemask_epi8(comparison) << (part * 16))
    all.letters |= DECORUM_GATHER(letters);
    all.capitals |= DECORUM_GATHER(capitals);
    all.digits |= DECORUM_GATHER(digits);
    all.high |= DECORUM_GATHER(bytes);
    all.exclamations |= DECORUM_GATHER(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('!')));
    all.questions |= DECORUM_GATHER(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('?')));
    all.ats |= DECORUM_GATHER(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('@')));
    all.hashes |= DECORUM_GATHER(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('#')));
    all.apostrophes |= DECORUM_GATHER(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\'')));
    all.slashes |= DECORUM_GATHER(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('/')));
    all.stops |= DECORUM_GATHER(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('.')));
#undef DECORUM_GATHER
  }
  *masks = all;
}

#else

static inline void decorum_text_masks_of(const uint8_t *text, uint8_t *small, decorum_text_masks *masks) {
  decorum_text_masks all = {0};
  for (int place = 0; place < 64; place++) {
    const uint8_t byte = text[place];
    const uint64_t bit = (uint64_t)1 << place;
    const int is_capital = byte >= 'A' && byte <= 'Z';
    small[place] = is_capital ? byte | 0x20 : byte;
    if (is_capital) all.capitals |= bit;
    if (small[place] >= 'a' && small[place] <= 'z') all.letters |= bit;
    if (byte >= '0' && byte <= '9') all.digits |= bit;
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
#endif
