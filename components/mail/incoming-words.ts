import type { Tone } from '@/components/ui/tone'
import type { IncomingReason, IncomingState } from '@/domain/mail/incoming-state'

/** What became of a message, in a word. */
export const incomingStateWords: Record<IncomingState, { tone: Tone; word: string }> = {
  waiting: { tone: 'paused', word: 'being read' },
  report: { tone: 'on-track', word: 'report' },
  reply: { tone: 'on-track', word: 'reply' },
  bounce: { tone: 'due-soon', word: 'bounce' },
  held: { tone: 'due-soon', word: 'held' },
  ignored: { tone: 'neutral', word: 'ignored' },
  failed: { tone: 'overdue', word: 'failed' },
}

/** Why it is held, ignored or failed. */
export const incomingReasonWords: Record<IncomingReason, string> = {
  only_link: 'It only holds a link. Its sender was asked for more.',
  only_file: 'It only points to a file. Its sender was asked for more.',
  empty: 'It holds no text, or does not say what is wrong. Its sender was asked for more.',
  smime: 'It is encrypted with S/MIME, which the desk cannot open. Its sender was asked to write otherwise.',
  no_project: 'No project has the address it was sent to.',
  too_many: 'Its sender wrote too many within an hour.',
  paused: 'The project takes no reports just now. Its sender was told where to write instead.',
  own: 'It comes from an address of the desk itself.',
  automatic: 'A machine answered.',
  bulk: 'It was sent to a mailing list, or to many.',
  notice: 'A mail of ours is late, or arrived.',
  foreign_bounce: 'It names no mail of ours that could have come back.',
  defect: 'It could not be read.',
  refused: 'The desk refused what it asks for.',
}
