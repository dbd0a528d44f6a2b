import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { assignHandler } from '@/server/cases/assign-handler'
import { writeNote } from '@/server/cases/write-note'
import { resetDatabase, testDatabase } from '@/test/database'
import { addReport } from '@/test/reporter'
import { addProject, anyone, value } from '@/test/team'
import { now } from './clock'
import { instanceChainId } from './event-chain'
import { recordInstanceEvent } from './instance-events'
import { verifyEvents } from './verify-events'

const { db, tx } = await testDatabase()
beforeEach(resetDatabase)

/** A case with four events: received, acknowledged, noted, handed over with a sealed note. */
async function addHistory(): Promise<string> {
  const project = await addProject()
  const { reference, caseId } = await addReport(project)
  const named = { case: reference }
  value(await acknowledgeCase(project.handler, named))
  value(await writeNote(project.handler, { ...named, body: 'Look at the older lines as well.' }))
  value(
    await assignHandler(project.handler, {
      ...named,
      to: project.lead.personId,
      note: 'I am away until Monday.',
    }),
  )
  return caseId
}

/** Its report, the acknowledgement, the note, and the hand-over with its own. */
const length = 5

/** What somebody with all rights over the database can do: go around the trigger. */
const tamper = (statement: ReturnType<typeof sql>) =>
  tx(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(statement)
  })

const breaksAfter = async (statement: ReturnType<typeof sql>) => {
  await tamper(statement)
  return (await verifyEvents(db)).breaks
}

describe('verifyEvents', () => {
  it('finds every chain standing: of the desk, and of each case', async () => {
    const first = await addHistory()
    const { chains, events, breaks } = await verifyEvents(db)
    expect(breaks).toEqual([])
    expect(chains).toBe(2)
    const { rows } = await db.execute<{ chain_id: string; count: number }>(
      sql`select chain_id, count(*)::int as count from events group by chain_id`,
    )
    expect(rows.find((row) => row.chain_id === first)?.count).toBe(length)
    expect(rows.find((row) => row.chain_id === instanceChainId)?.count).toBe(events - length)
  })

  const changed = 'was changed after it was recorded'
  it.each([
    ['what happened', sql`update events set type = 'note_added' where position = 2 and chain_id = `],
    ['its facts', sql`update events set data = '{"handlerId":"another"}' where position = 2 and chain_id = `],
    ['who did it', sql`update events set actor = '{"kind":"anyone"}' where position = 2 and chain_id = `],
    ['when', sql`update events set at = at - interval '1 ms' where position = 2 and chain_id = `],
  ])('catches a change of %s', async (_what, statement) => {
    const caseId = await addHistory()
    expect(await breaksAfter(sql`${statement} ${caseId}`)).toEqual([
      { chainId: caseId, position: 2, what: changed },
    ])
  })

  it('catches a change of a sealed reason', async () => {
    const caseId = await addHistory()
    const breaks = await breaksAfter(
      sql`update events set prose = set_byte(prose, 20, get_byte(prose, 20) # 1) where prose is not null and chain_id = ${caseId}`,
    )
    expect(breaks).toEqual([{ chainId: caseId, position: length, what: changed }])
  })

  it('catches an event that was taken out, in the middle and at the end', async () => {
    const caseId = await addHistory()
    const middle = await breaksAfter(sql`delete from events where position = 3 and chain_id = ${caseId}`)
    expect(middle.map(({ what }) => what)).toContain('does not follow the event before it')
    await resetDatabase()
    const other = await addHistory()
    const end = await breaksAfter(sql`delete from events where position = ${length} and chain_id = ${other}`)
    expect(end.map(({ what }) => what)).toEqual([
      `ends before position ${length}`,
      'does not end at its head',
    ])
  })

  it('catches two events that changed places', async () => {
    const caseId = await addHistory()
    const breaks = await breaksAfter(
      sql`update events set position = case position when 2 then 103 else 102 end where position in (2, 3) and chain_id = ${caseId}`,
    )
    expect(breaks.length).toBeGreaterThan(0)
  })

  it('catches a history that was written anew with hashes that fit, because the head does not', async () => {
    const caseId = await addHistory()
    const breaks = await breaksAfter(sql`update event_chains set head = '\\x00' where id = ${caseId}`)
    expect(breaks).toEqual([{ chainId: caseId, position: length, what: 'does not end at its head' }])
  })
})

describe('appendEvent', () => {
  it('loses no event and no place when several begin and go on with a chain at once', async () => {
    const personId = randomUUID()
    await Promise.all(
      Array.from({ length: 8 }, () =>
        tx((tx) => recordInstanceEvent({ tx, now: now(), actor: anyone }, 'password_changed', { personId })),
      ),
    )
    expect(await verifyEvents(db)).toEqual({ chains: 1, events: 8, breaks: [] })
  })
})

describe('the database itself', () => {
  it.each([
    ['an update', sql`update events set type = 'forged'`],
    ['a delete', sql`delete from events`],
    ['a truncate', sql`truncate events`],
  ])('refuses %s of events', async (_what, statement) => {
    await addHistory()
    const { events } = await verifyEvents(db)
    const refusal = await db.execute(statement).then(
      () => null,
      (error: Error) => String(error.cause ?? error),
    )
    expect(refusal).toContain('append-only')
    expect((await verifyEvents(db)).events).toBe(events)
  })
})
