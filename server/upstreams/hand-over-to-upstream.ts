import { randomUUID } from 'node:crypto'
import { upstreamHandovers } from '@/db/schema'
import { utcText } from '@/lib/utc-text'
import { handOverUpstream, usualChaseAt } from '@/domain/upstreams/hand-over-upstream'
import { optionalShortText, shortText } from '@/lib/text'
import { actingPerson } from '@/server/cases/acting-person'
import { caseCommand } from '@/server/cases/case-command'
import { loadCaseRecord } from '@/server/cases/case-record'
import { givenInstant, instantText, zoneText } from '@/server/cases/given-instant'
import { tellReporters } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { storeNotice } from '@/server/cases/store-message'
import { enqueue } from '@/server/jobs/enqueue'
import { allowedBy } from '@/server/kernel/problem'
import { sealHandoverText } from './handover-rows'
import { chaseTimer } from './chase-timer'

/**
 * Records that the upstream of the vulnerable code was told, through its private channel. Every reporter is told; nothing public is
 * created. When the chase date comes without an answer the handler is reminded.
 */
export const handOverToUpstream = caseCommand({
  name: 'upstreams.handOver',
  input: {
    upstream: shortText(200, 'Say which upstream project it belongs to.'),
    channel: shortText(500, 'Say where they were told: their private address or form.'),
    toldAt: instantText,
    toldAtZone: zoneText,
    /** Empty: a week after they were told. */
    chaseAt: optionalShortText(40),
    chaseAtZone: zoneText,
  },
  may: 'hand_to_upstream',
  run: async (context, input, found) => {
    const { upstream, channel } = input
    const toldAt = givenInstant(input.toldAt, input.toldAtZone, 'toldAt')
    const chaseAt =
      input.chaseAt === null
        ? usualChaseAt(toldAt > context.now ? toldAt : context.now)
        : givenInstant(input.chaseAt, input.chaseAtZone, 'chaseAt')
    const record = await loadCaseRecord(context, found)
    allowedBy(handOverUpstream(record.facts, { at: toldAt, chaseAt }, context.now))
    const id = randomUUID()
    const { personId } = actingPerson(context.actor)
    await context.tx.insert(upstreamHandovers).values({
      id,
      caseId: found.case.id,
      upstream: sealHandoverText(found.vault, id, 'upstream', upstream),
      channel: sealHandoverText(found.vault, id, 'channel', channel),
      toldAt,
      recordedBy: personId,
      recordedAt: context.now,
      chaseAt,
    })
    await recordCaseEvent(
      context,
      found,
      'upstream_told',
      { handoverId: id, toldAt, chaseAt },
      `${upstream}, ${channel}`,
    )
    const body = `The vulnerable code belongs to ${upstream}. We told its maintainers in private on ${utcText(toldAt)} (${channel}). Nothing public was created.`
    for (const report of record.reports) await storeNotice(context, found, report.id, body)
    await tellReporters(context, found, record, 'message', id)
    await enqueue(
      context,
      'upstreams.chase',
      { caseId: found.case.id, handoverId: id },
      { runAt: chaseAt, key: chaseTimer(id) },
    )
    return { handoverId: id }
  },
})
