import { workingHours } from '../time/hours.js'
import { Cells } from './cells.js'

const factTypes = ['number', 'yes_no', 'word', 'words', 'text', 'duration', 'instant', 'identity']
const replyPlaces = ['public', 'private', 'same']
const starts = ['post', 'replied', 'resolved']
const kinds = ['record', 'route', 'speak', 'enforce']

/** The rules of a program as objects: each record with its fields in their order. */
export function readRules(cells, text, numbers) {
  const from = new Cells(cells, text, numbers)
  const rules = {
    playbook: from.text(), version: from.optional(from.text), language: from.int(), zone: readZone(from),
    ignoresAccents: from.flag(), ignoresQuotes: from.flag(), effectiveNoon: from.optional(from.number),
    facts: from.list(readFact), teams: from.list(readTeam), holidays: from.list(readDate), modes: from.texts(),
    categories: from.list(readCategory), plans: from.list(readPlan), ladders: from.list(readLadder),
    escalations: from.list(readEscalation), shadows: from.list(readShadow), channels: from.list(readChannel),
    usedOn: from.texts(), brakes: from.list(readBrake),
  }
  // Standards, markers and watches are for those who review drafts and read feeds.
  from.list(readStandard)
  from.list(readMarker)
  from.list(readWatch)
  rules.actions = from.list(readAction)
  return rules
}

const readFact = from => ({
  name: from.text(), type: factTypes[from.int()], isRequired: from.flag(), question: from.optional(from.text),
})

const readTeam = from => ({
  name: from.text(), title: from.text(), hours: readHours(from), cover: from.optional(from.text),
})

const readHours = from => workingHours(from.list(readStretch), from.list(readDate))

const readStretch = from => ({ days: from.list(readWeekday), opens: from.int(), closes: from.int() })

const readDate = from => from.signed()

/** Written from zero, meant from 1. */
const readWeekday = from => from.int() + 1

const readZone = from => ({
  name: from.text(), firstOffset: from.signed(), changes: from.list(readChange),
  lastRule: from.optional(readDaylightRule),
})

const readChange = from => ({ from: from.number(), offset: from.signed() })

const readDaylightRule = from => ({
  standardOffset: from.signed(), daylightOffset: from.signed(),
  daylightBegins: readTurn(from), daylightEnds: readTurn(from),
})

const readTurn = from => ({ month: from.int(), week: from.int(), weekday: readWeekday(from), time: from.signed() })

const readPlace = from => ({ anchor: from.text(), section: from.text(), at: from.text() })

const readCategory = from => ({
  name: from.text(), title: from.text(), place: readPlace(from), hasClause: from.flag(), plan: from.optional(from.text),
  must: from.list(readOrder), may: from.list(readOrder), ladder: from.optional(from.text),
  wordings: from.list(readWording),
  strikes: from.int(), noLowerThan: from.optional(from.text),
})

const readPlan = from => ({
  name: from.text(), title: from.text(), owner: from.optional(from.text), within: from.optional(readAllowance),
  notBefore: from.optional(readLength), replyPlace: from.optional(readReplyPlace), isOptional: from.flag(),
  steps: from.list(readStep), followUps: from.list(readFollowUp), standards: from.texts(), answers: from.flag(),
  approvals: from.list(readApproval),
})

const readReplyPlace = from => replyPlaces[from.int()]

const readStep = from => ({
  name: from.text(), anchor: from.text(), hasClause: from.flag(), wordings: from.list(readWording),
  about: from.optional(from.text),
})

const readFollowUp = from => ({
  name: from.text(), hasClause: from.flag(), owner: from.optional(from.text), within: from.optional(readAllowance),
  after: from.optional(readAllowance), since: starts[from.int()], untilResolved: from.flag(),
})

const readLadder = from => ({
  name: from.text(), title: from.text(), forgetAfter: from.optional(readLength), rungs: from.list(readRung),
  isShadow: from.flag(),
})

const readRung = from => ({
  name: from.text(), place: readPlace(from), strikes: from.optional(from.int), needs: from.optional(from.text),
  must: from.list(readOrder), may: from.list(readOrder), wordings: from.list(readWording),
})

const readEscalation = from => ({
  name: from.text(), title: from.text(), place: readPlace(from), levels: from.list(readLevel), holdsReply: from.flag(),
  plan: from.optional(from.text), must: from.list(readOrder), may: from.list(readOrder),
  wordings: from.list(readWording),
})

const readLevel = from => ({ team: from.text(), within: from.optional(readAllowance) })

const readShadow = from => ({ place: readPlace(from), isEscalation: from.flag() })

const readChannel = from => ({
  name: from.text(), title: from.text(), can: from.optional(() => from.texts()), fallback: from.optional(from.text),
  postsWait: from.flag(), longestReply: from.optional(from.int),
})

const readBrake = from => ({ action: from.text(), atMost: from.int(), window: readLength(from), team: from.text() })

const readStandard = from => [
  from.text(), from.text(), readPlace(from), from.flag(), from.optional(from.text), from.optional(from.text),
  from.int(), from.flag(),
]

const readMarker = from => [from.text(), from.text(), from.optional(from.text)]

const readWatch = from => [
  from.text(), from.text(), from.texts(), from.texts(), from.optional(() => readLength(from)), from.optional(from.text),
]

const readAction = from => ({ name: from.text(), kind: kinds[from.int()], title: from.text(), isBuiltIn: from.flag() })

const readOrder = from => ({
  action: from.text(), team: from.optional(from.text),
  duration: from.optional(readDuration), wait: from.optional(readWait),
  within: from.optional(readAllowance), alsoLast: from.optional(readLength), approvals: from.list(readApproval),
  lift: from.optional(readLift),
})

/** `kind` is one of `exactly`, `oneOf`, `between` and `untilResolved`. */
const readDuration = from => {
  const kind = ['exactly', 'oneOf', 'between', 'untilResolved'][from.int()]
  if (kind === 'oneOf') return { kind, lengths: from.list(readLength) }
  const count = { exactly: 1, between: 2 }[kind] ?? 0
  return { kind, lengths: Array.from({ length: count }, () => readLength(from)) }
}

const readWait = from => ({ length: readLength(from), unlessEdited: from.flag() })

const readApproval = from => ({ teams: from.texts(), count: from.int() })

const readLift = from => ({ onRequest: from.flag(), by: from.optional(from.text) })

export const readLength = from => ({ count: from.number(), unit: from.int() })

const readAllowance = from => ({ length: readLength(from), isWorkingTime: from.flag() })

/** Pieces are `{ text }`, `{ fact }` or `{ blank }`. */
const readWording = from => from.list(() => ({ [['text', 'fact', 'blank'][from.int()]]: from.text() }))
