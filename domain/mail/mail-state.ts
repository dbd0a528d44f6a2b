/**
 * Where an outgoing mail stands. From `handing_over` on the mail server may have it: only its answer, or a person, ends that
 * state. `kept`: no mail server is configured. `bounced`: the mail server took it, and later somebody sent it back.
 */
export const mailStates = ['queued', 'sending', 'handing_over', 'sent', 'failed', 'kept', 'bounced'] as const
export type MailState = (typeof mailStates)[number]

/** What a person may send again: what is known to wait for nobody. */
export const isRetryable = (state: MailState): boolean =>
  state === 'failed' || state === 'kept' || state === 'bounced'
