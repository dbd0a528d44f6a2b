import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { messageDrafts } from '@/db/schema'
import { can } from '@/domain/access/can'
import { isWorthKeeping } from '@/domain/attention/message-draft'
import { writings } from '@/domain/attention/writing'
import { cleanText, textLength, textTooLong } from '@/lib/text'
import { actingPerson } from '@/server/cases/acting-person'
import { caseName, loadCase } from '@/server/cases/load-case'
import { command } from '@/server/kernel/command'
import { conflict, forbidden } from '@/server/kernel/problem'
import { draftOf, draftPlace, isDraft } from './draft-rows'

/** As it was typed, too long for sending as well: nothing is to be lost. */
const typed = (max: number) =>
  z
    .string()
    .transform(cleanText)
    .pipe(z.string().refine((text) => textLength(text) <= max, { error: textTooLong(max) }))

const place = { case: caseName, writing: z.enum(writings, 'Say what you are writing.') }
/** The version the page knows; 0: none. */
const seen = z.coerce
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .default(0)

const keptElsewhere =
  'You wrote something else in another window meanwhile. Both texts are still there: decide which of them stays.'
const goneElsewhere =
  'This draft was sent or discarded in another window meanwhile. What you typed is still in the form.'

/**
 * Keeps what somebody is writing, sealed as the message will be; with nothing left in it the draft goes. Refused when the writer
 * changed it elsewhere since this page saw it. It is theirs alone: no event, and nobody else ever sees it.
 */
export const keepDraft = command({
  name: 'drafts.keep',
  input: z.object({
    ...place,
    seen,
    body: typed(50_000).default(''),
    kind: z.enum(['message', 'response', 'question']).optional(),
    nextStep: typed(10_000).optional(),
    report: z.uuid().optional(),
  }),
  may: 'keep_draft',
  load: (context, input) => loadCase(context, input.case),
  run: async (context, input, found) => {
    const { actor, tx, now } = context
    const { writing, seen, body, kind, nextStep, report } = input
    if (writing === 'reply') {
      const decision = can(actor, 'reply_to_reporter', found.subject)
      if (!decision.allowed) throw forbidden(decision.reason)
    }
    const own = { caseId: found.case.id, personId: actingPerson(actor).personId, writing }
    if (!isWorthKeeping({ body, nextStep })) {
      await tx.delete(messageDrafts).where(sql`${isDraft(own)} and ${messageDrafts.version} = ${seen}`)
      return { version: 0, keptAt: null }
    }
    const draft = JSON.stringify({ body, kind, nextStep, report })
    const row = { content: found.vault.seal(draftPlace(own), draft), keptAt: now }
    const [kept] =
      seen === 0
        ? await tx
            .insert(messageDrafts)
            .values({ ...own, ...row })
            .onConflictDoNothing()
            .returning({ version: messageDrafts.version })
        : await tx
            .update(messageDrafts)
            .set({ ...row, version: sql`${messageDrafts.version} + 1` })
            .where(sql`${isDraft(own)} and ${messageDrafts.version} = ${seen}`)
            .returning({ version: messageDrafts.version })
    if (!kept) {
      const current = await draftOf(context, found, own)
      throw conflict(current ? keptElsewhere : goneElsewhere, current)
    }
    return { version: kept.version, keptAt: now }
  },
})

/** Throws a draft away. One that is gone already is as good. */
export const discardDraft = command({
  name: 'drafts.discard',
  input: z.object(place),
  may: 'keep_draft',
  load: (context, input) => loadCase(context, input.case),
  run: async ({ actor, tx }, { writing }, found): Promise<void> => {
    const own = { caseId: found.case.id, personId: actingPerson(actor).personId, writing }
    await tx.delete(messageDrafts).where(isDraft(own))
  },
})
