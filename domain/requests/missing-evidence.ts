import type { BackportEvidence } from './request-forms'

/** What a backport request lacks before it can be accepted, each as what to do; empty: nothing. */
export const missingEvidence = ({ breakingChange, demonstration }: BackportEvidence): string[] => [
  ...(breakingChange ? [] : ['Say what the newer line changed, and what it breaks for you.']),
  ...(demonstration ? [] : ['Show it: a link to a failing build, or steps that anyone can follow.']),
]
