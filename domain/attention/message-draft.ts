/** What a person has typed and not sent, as far as it came: nothing in it has to make sense yet. */
export interface MessageDraft {
  body: string
  /** Of a reply alone: what it is to be, what it promises, and in whose conversation. */
  kind?: 'message' | 'response' | 'question'
  nextStep?: string
  report?: string
}

/** Whether there is anything worth keeping. */
export const isWorthKeeping = ({ body, nextStep = '' }: Pick<MessageDraft, 'body' | 'nextStep'>): boolean =>
  body.trim() !== '' || nextStep.trim() !== ''

/** Whether two drafts say the same. What was chosen counts only with words. */
export const saysTheSame = (one: MessageDraft, other: MessageDraft): boolean =>
  one.body === other.body &&
  (one.nextStep ?? '') === (other.nextStep ?? '') &&
  one.kind === other.kind &&
  (one.report ?? '') === (other.report ?? '')
