import { damaged, ProgramError } from './program/file.js'
import { Program } from './program/program.js'

export { ProgramError }

/** Opens a program that `decorum build` made; throws a `ProgramError` whose message is a sentence. */
export function openProgram(bytes) {
  try {
    return new Program(bytes)
  } catch (error) {
    // A program whose checksum is right and which yet contradicts itself, as none does that the compiler made.
    throw error instanceof ProgramError ? error : new ProgramError(damaged)
  }
}
