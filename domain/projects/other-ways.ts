import type { PolicyTerms } from '@/domain/policies/terms'

export interface OtherWay {
  text: string
  /** null: words, nothing to follow. */
  href: string | null
}

/** The ways to the team that its policy names besides the form, the best first. */
export function otherWays({ channels }: Pick<PolicyTerms, 'channels'>): OtherWay[] {
  const mail = channels.mail.map((address) => ({ text: address, href: `mailto:${address}` }))
  const { plainContact } = channels
  if (plainContact === null || channels.mail.includes(plainContact)) return mail
  return [...mail, { text: plainContact, href: /^https?:\/\/\S+$/.test(plainContact) ? plainContact : null }]
}
