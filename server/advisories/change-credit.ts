import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { credits } from '@/db/schema'
import { creditConsents, creditRoles } from '@/domain/advisories/credit-ledger'
import { optionalShortText, shortText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { caseCommand } from '@/server/cases/case-command'
import type { FoundCase } from '@/server/cases/load-case'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { conflict } from '@/server/kernel/problem'
import { askForApproval } from './ask-for-approval'
import { creditPlace } from './credit-rows'

const entry = {
  name: shortText(200, 'Write the name as they wish to be named.'),
  link: optionalShortText(500).refine(
    (url) => url === null || (URL.canParse(url) && new URL(url).protocol === 'https:'),
    'Give a link that starts with https://, or leave it empty.',
  ),
  roles: z.array(z.enum(creditRoles)).min(1, 'Choose what they did.'),
  consent: z.enum(creditConsents, { error: 'Choose whether they were asked.' }),
}

const sealed = ({ vault }: FoundCase, id: string, { name, link }: { name: string; link: string | null }) => ({
  name: vault.seal(creditPlace(id, 'name'), name),
  link: link === null ? null : vault.seal(creditPlace(id, 'link'), link),
})

/** Enters a person or a tool in the credit ledger of the case. */
export const addCredit = caseCommand({
  name: 'advisories.addCredit',
  input: entry,
  may: 'edit_credit',
  run: async (context, { roles, consent, ...named }, found) => {
    const id = randomUUID()
    await context.tx.insert(credits).values({
      id,
      caseId: found.case.id,
      ...sealed(found, id, named),
      roles,
      consent,
      changedAt: context.now,
    })
    await recordCaseEvent(context, found, 'credit_changed', { creditId: id })
    await askForApproval(context, found)
    return { creditId: id }
  },
})

/** Changes an entry over the version one saw: how they are named, what they did, what they answered. */
export const changeCredit = caseCommand({
  name: 'advisories.changeCredit',
  input: { credit: z.uuid('Name the entry.'), seen: versionSeen(), ...entry },
  may: 'edit_credit',
  run: async (context, { credit, seen, roles, consent, ...named }, found) => {
    const changed = await context.tx
      .update(credits)
      .set({
        ...sealed(found, credit, named),
        roles,
        consent,
        version: seen + 1,
        changedAt: context.now,
      })
      .where(and(eq(credits.id, credit), eq(credits.caseId, found.case.id), eq(credits.version, seen)))
      .returning({ id: credits.id })
    if (changed.length === 0)
      throw conflict(
        'Somebody else changed this credit meanwhile. What you typed is still here; compare it, and save again if yours should stand.',
      )
    await recordCaseEvent(context, found, 'credit_changed', { creditId: credit })
    await askForApproval(context, found)
  },
})
