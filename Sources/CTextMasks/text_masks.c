#include "text_masks.h"
