import { z } from 'zod'
import { fixChecklist } from '@/domain/fixes/checklist'
import { tickableEntries } from '@/domain/fixes/checklist-entry'
import { checkbox } from '@/lib/text'
import { loadAdvisory } from '@/server/advisories/advisory-record'
import { actingPerson } from '@/server/cases/acting-person'
import { caseCommand } from '@/server/cases/case-command'
import { loadCaseRecord } from '@/server/cases/case-record'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { refused } from '@/server/kernel/problem'
import { isCveSettled } from './cve-settled'

/** Ticks an entry of the checklist that no act on the desk shows, or takes the tick back. */
export const tickEntry = caseCommand({
  name: 'cases.tickEntry',
  input: { entry: z.enum(tickableEntries, 'Choose an entry that can be ticked.'), isDone: checkbox() },
  may: 'work_on_fix',
  run: async (context, { entry, isDone }, found) => {
    const { terms, facts, events } = await loadCaseRecord(context, found)
    const advisory = await loadAdvisory(context, found)
    const list = fixChecklist({ terms, facts, events, isCveSettled: isCveSettled(advisory?.draft ?? null) })
    const now = list.find(({ code }) => code === entry)
    if (!now?.isTickable) throw refused('This is done already, or the case has nothing of the kind.')
    if (isDone === (now.state === 'done')) throw refused(isDone ? 'This is ticked already.' : 'This is open.')
    if (isDone)
      await recordCaseEvent(context, found, 'checklist_ticked', {
        entry,
        by: actingPerson(context.actor).personId,
      })
    else await recordCaseEvent(context, found, 'checklist_unticked', { entry })
  },
})
