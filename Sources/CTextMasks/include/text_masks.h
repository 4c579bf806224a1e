// What kinds of characters the bytes of a text are, a bit for each byte, and the same bytes with small letters.
// Swift has no instruction that gathers the results of a comparison into bits; this module is all there is of C.
#ifndef DECORUM_TEXT_MASKS_H
#define DECORUM_TEXT_MASKS_H

#include <stdint.h>

// Of 64 bytes.
typedef struct {
  uint64_t letters;       // a-z, A-Z
  uint64_t capitals;      // A-Z
  uint64_t digits;        // 0-9
  uint64_t spaces;        // U+0020
  uint64_t high;          // bytes of characters beyond ASCII
  uint64_t exclamations;  // !
  uint64_t questions;     // ?
  uint64_t ats;           // @
  uint64_t hashes;        // #
  uint64_t apostrophes;   // '
  uint64_t slashes;       // /
  uint64_t stops;         // .
} decorum_text_masks;

// Tells the bytes of a text apart: the masks of each 64 bytes, of which the last are as if zeros stood behind the text, and
// all bytes with small letters, in as many whole blocks. Returns the masks of all blocks, united.
decorum_text_masks decorum_read_text(const uint8_t *text, int64_t length, uint8_t *small, decorum_text_masks *masks);

// Writes down where runs of bits begin in so many cells of 64, and where each ends; a run goes on from cell to cell.
// Both lists have room for 64 places more than there are bits. Returns how many runs there are.
int64_t decorum_find_runs(const uint64_t *bits, int64_t cells, int32_t *starts, int32_t *ends);

// Some rows of four bytes, in eight groups: a bit for each group that has a row with such a half of a byte at a place.
typedef struct {
  uint8_t low[4][16];
  uint8_t high[4][16];
} decorum_row_groups;

// Where one of the rows may begin in a text: a bit for each of so many times 64 bytes. All rows that stand there are
// found, and some more are that do not; three bytes more can be read than are asked for. (The shuffles of the matcher
// "Teddy" of Hyperscan: X. Wang and others, NSDI 2019.)
void decorum_find_beginnings(const uint8_t *text, int64_t cells, const decorum_row_groups *groups, uint64_t *places);

// Asks for memory that will be read soon: the processor brings it while it does other things.
static inline void decorum_fetch(const void *memory, int64_t length) {
  for (int64_t offset = 0; offset < length; offset += 64) __builtin_prefetch((const char *)memory + offset);
}

#endif
