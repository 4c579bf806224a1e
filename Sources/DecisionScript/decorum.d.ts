/** Why some bytes are no program that this engine runs: its message is a sentence. */
export class ProgramError extends Error {}

/**
 * Opens a program that `decorum build` made.
 *
 * @throws {ProgramError} for what is no program, is damaged, or has a newer or older format.
 */
export function openProgram(bytes: Uint8Array | ArrayBuffer): Program

/** Seconds since 1970, or an instant in ISO 8601 with its offset: `2026-12-01T10:00:00Z`. */
export type Time = number | string

/** A compiled playbook, ready to decide. It has no clock and no memory: the same comment always gets the same decision. */
export interface Program {
  readonly playbook: PlaybookVersion

  /**
   * Decides about a comment. One that cannot be read is held, and `trouble` says why.
   *
   * @param now the instant of the decision where the comment has none of its own.
   */
  decide(comment: Comment, now: Time): Decision
  /** The same, with the keys of the comment that the language does not have. */
  decideKnowing(comment: Comment, now: Time): { decision: Decision, unknownKeys: string[] }

  /** Decides about one line of JSON; gives the canonical bytes of the decision, those that every engine gives. */
  decideLine(line: string | Uint8Array, now: Time): Uint8Array
  /** The same, with the decision as an object and the keys of the comment that the language does not have. */
  decideLineKnowing(line: string | Uint8Array, now: Time): { decision: Decision, unknownKeys: string[] }

  /** What a decision comes to, without its words and reasons. The comment is an object or a line of JSON. */
  verdict(comment: Comment | string | Uint8Array, now: Time): Verdict

  /** Reads a comment, to ask about it as often as one likes. It is an object or a line of JSON. */
  read(comment: Comment | string | Uint8Array, now: Time): ReadComment
  /** Which clauses hold of a comment that was read, as quickly as can be. */
  holding(comment: ReadComment): Holding
}

/** A comment that a program has read: for that program alone. */
export interface ReadComment {
  /** The decision about one that cannot be read. */
  readonly trouble?: Decision
}

export interface PlaybookVersion {
  name: string
  version?: string
  /** SHA-256 of the program: `sha256:…`. */
  digest: string
}

/** A comment, with what the caller knows beside it. What is `null` or absent is not known. */
export interface Comment {
  text: string
  id?: string
  now?: string
  channel?: string | null
  author?: Facts | null
  post?: Facts | null
  thread?: Facts | null
  case?: Facts | null
  /** Facts by their whole name. */
  facts?: Facts | null
  history?: History | null
  /** The modes that are on. */
  modes?: string[] | null
  /** How often each action was taken in the window of its brake. */
  brakes?: Record<string, number> | null
}

export type Facts = Record<string, string | number | boolean | string[] | null>

/** What the author did before, by ladder; when they wrote before; which wording of each clause they were given last. */
export interface History {
  comments?: string[] | null
  same_text?: string[] | null
  said?: Record<string, number> | null
  [ladder: string]: number | LadderHistory | string[] | Record<string, number> | null | undefined
}

export interface LadderHistory {
  /** Live strikes before this comment. */
  strikes: number
  /** The rungs that were carried out since the oldest live strike. */
  done?: string[]
  since?: string
}

export type Stance = 'hold' | 'enforce' | 'respond' | 'observe'

export interface Holding {
  /** Nothing for a comment that cannot be read. */
  category: string | undefined
  escalations: string[]
}

export interface Verdict extends Holding {
  stance: Stance
  /** What must be done, from silent to final. */
  actions: string[]
}

/** What is to be done about a comment, and why. What is empty is left out. Instants are RFC 3339 in UTC. */
export interface Decision {
  decision: 1
  playbook: PlaybookVersion
  comment?: string
  summary: string
  stance: Stance
  category?: string
  also?: string[]
  actions?: Action[]
  may?: Action[]
  reply?: Reply
  escalations?: string[]
  ladders?: LadderStanding[]
  follow_ups?: FollowUp[]
  approvals?: { action: string, teams: string[], count: number }[]
  ask?: { fact: string, question?: string }[]
  because?: Reason[]
  assumed?: string[]
  unavailable?: { action: string, fallback?: string }[]
  shadow?: Reason[]
  cut?: true
  trouble?: string
}

export interface Action {
  action: string
  for?: string | string[]
  also_last?: string
  to?: string
  levels?: { team: string, due: string }[]
  say?: string
  ladder?: string
  due?: string
  held_by?: string[]
  awaiting?: string[]
}

export interface Reply {
  plan: string
  owner?: string
  in: 'public' | 'private'
  not_before?: string
  due?: string
  held_by?: string[]
  steps?: { step: string, say?: string }[]
}

export interface LadderStanding {
  ladder: string
  strikes: number
  rung?: string
  next?: string
  forgotten_at?: string
}

export interface FollowUp {
  step?: string
  end_of?: string
  owner?: string
  due?: string
  after?: string
  since?: 'replied' | 'resolved'
  until?: 'resolved'
  on_request?: true
}

export interface Reason {
  clause: string
  section?: string
  at?: string
  found?: Found[]
}

/** A place in the text, counted in Unicode scalars, or a fact or measure that passed a test. */
export type Found =
  | ({ lexicon: string, term: string } | { phrase: string } | { regex: string } | { link: string }) & Hit
  | { fact: string, is?: string | number | boolean | string[], test: string }
  | { measure: string, is: number, test: string }

export interface Hit {
  text?: string
  from: number
  to: number
  disguised?: true
}
