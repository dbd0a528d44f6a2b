import { recordCaseEvent } from '@/server/cases/record-case-event'
import { givenKey, keyField } from '@/server/encryption/given-key'
import { readPublicKey } from '@/server/encryption/read-public-key'
import { storeReporterKey } from '@/server/encryption/reporter-key'
import { invalid, refused } from '@/server/kernel/problem'
import { reporterCommand } from './reporter-command'

/** The reporter gives their public key: from now on mails to them are encrypted to it. */
export const giveKey = reporterCommand({
  name: 'reporters.giveKey',
  input: keyField,
  may: 'give_key',
  run: async (context, input, { report, vault, ...found }) => {
    const read = await readPublicKey(await givenKey(input), context.now)
    if (!read.ok) throw invalid({ key: [read.refusal.reason] })
    await storeReporterKey(context, vault, report.id, read.value)
    await recordCaseEvent(context, { ...found, vault }, 'reporter_key_changed', { reportId: report.id })
    return { fingerprint: read.value.fingerprint }
  },
})

/** The desk forgets the reporter's key: mails to them say again only that there is news. */
export const takeKeyBack = reporterCommand({
  name: 'reporters.takeKeyBack',
  input: {},
  may: 'give_key',
  run: async (context, _input, { report, vault, ...found }) => {
    if (report.openpgpKey === null) throw refused('The desk has no key of yours.')
    await storeReporterKey(context, vault, report.id, null)
    await recordCaseEvent(context, { ...found, vault }, 'reporter_key_changed', { reportId: report.id })
  },
})
