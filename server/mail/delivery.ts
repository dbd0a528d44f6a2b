/** How an attempt at a mail ended. Reasons name codes and never what the server wrote: that may repeat the address. */
export type Delivery =
  | { kind: 'accepted' }
  /** The server will not take it, now or later. */
  | { kind: 'refused'; reason: string }
  /** The server certainly has not taken it, and may take it later. */
  | { kind: 'deferred'; reason: string }
  /** The line broke after the mail was given and before the server answered. */
  | { kind: 'unknown'; reason: string }

/** Words for the outbox where nobody knows whether the mail went out. */
export const outcomeUnknown = 'The outcome is unknown: it may have been delivered.'
