import { compareTexts } from '../text/scalars.js'
import { isFact, isFactText, isHistory, isSignal, isStrikes, isWithoutEffect } from './conditions.js'
import { unknown } from './truth.js'

/**
 * The facts that were not given and could have mattered: those met on the way down through unknown conditions only.
 * Each once, in the order of the clauses that would have to know it; those of one clause in the order of their bytes.
 *
 * `evaluation` is one in which an unknown exception leaves its clause unknown.
 */
export function missingFacts(clauses, evaluation) {
  const names = new Set(), seenSignals = new Set()
  for (const clause of clauses) {
    if (!clause) continue
    const met = new Set()
    collectClause(clause, evaluation, met, seenSignals)
    for (const name of [...met].sort(compareTexts)) names.add(name)
  }
  return [...names]
}

function collectClause(clause, evaluation, names, seenSignals) {
  if (evaluation.clause(clause) !== unknown) return
  collect(clause, evaluation, names, seenSignals)
  const unless = evaluation.conditions.unless(clause)
  if (unless) collect(unless, evaluation, names, seenSignals)
}

function collect(node, evaluation, names, seenSignals) {
  if (evaluation.value(node) !== unknown) return
  const { cells, conditions, situation: { program } } = evaluation
  const asked = cells[node + 2]
  switch (cells[node]) {
    case isSignal:
      if (!seenSignals.has(asked)) collectClause(conditions.signals[asked], evaluation, names, seenSignals.add(asked))
      break
    case isFact:
    case isFactText:
      names.add(program.rules.facts[asked].name)
      break
    case isStrikes:
      names.add(program.ladderName(asked))
      break
    case isHistory:
      names.add(program.historyName(asked))
      break
    case isWithoutEffect:
      names.add(program.text(asked))
      break
    default:
      for (const part of conditions.parts(node)) collect(part, evaluation, names, seenSignals)
  }
}
