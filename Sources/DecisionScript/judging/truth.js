/** What is known of a condition (Kleene's strong logic of three values), in the order of how much holds. */
export const no = 0
export const unknown = 1
export const yes = 2

export const truth = isSo => isSo ? yes : no
