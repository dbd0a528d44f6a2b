import type { Refusal } from '@/lib/refusal-page'
import type { Spoken } from './spoken'

/** Sent when a form or a program on another site tries to change something here. */
export const foreignOriginRefusal = ({ t }: Spoken): Refusal => ({
  status: 403,
  title: t('refusal.foreignOrigin.title'),
  body: [t('refusal.foreignOrigin.body'), t('refusal.foreignOrigin.advice')],
  wayBack: t('refusal.foreignOrigin.wayBack'),
})

/** Sent before anything of a too large body is read. */
export const tooLargeRefusal = ({ t }: Spoken, maxBytes: number): Refusal => ({
  status: 413,
  title: t('refusal.tooLarge.title'),
  body: [
    t('refusal.tooLarge.body', { megabytes: Math.floor(maxBytes / 1024 / 1024) }),
    t('refusal.tooLarge.advice'),
  ],
  wayBack: t('refusal.tooLarge.wayBack'),
})

/** Sent when the address holds escapes that stand for no letters (`%ff`), on which the router would fail. */
export const brokenAddressRefusal = ({ t }: Spoken): Refusal => ({
  status: 400,
  title: t('refusal.brokenAddress.title'),
  body: [t('refusal.brokenAddress.body')],
  wayBack: t('refusal.brokenAddress.wayBack'),
})
