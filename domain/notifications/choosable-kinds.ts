import { digestWords } from '@/domain/digests/digest-text'
import { teamNews, teamNewsKinds, type Channels, type TeamNews } from './team-news'

/** What a person chooses about: every kind of news, and the digests, which are mails alone. */
export const choosableKinds = [...teamNewsKinds, 'daily_digest', 'weekly_digest'] as const
export type ChoosableKind = (typeof choosableKinds)[number]

const digestOf = { daily_digest: 'daily', weekly_digest: 'weekly' } as const

const isDigest = (kind: ChoosableKind): kind is keyof typeof digestOf => Object.hasOwn(digestOf, kind)

/** Whether a kind can stand in the console's list. */
export const hasConsole = (kind: ChoosableKind): kind is TeamNews => !isDigest(kind)

/** What a kind is called, and when it comes. */
export const wordsOf = (kind: ChoosableKind): { says: string; when: string } =>
  isDigest(kind) ? digestWords[digestOf[kind]] : teamNews[kind]

/** How a person is told of it until they choose. */
export const usualChannels = (kind: ChoosableKind): Channels =>
  isDigest(kind) ? { console: false, mail: true } : teamNews[kind].usual
