import { beforeEach, describe, expect, it } from 'vitest'
import { events, mailAddresses } from '@/db/schema'
import { resetDatabase, testDatabase } from '@/test/database'
import { giveAddresses } from '@/test/mail-in'
import { addProject, refusalOf, value } from '@/test/team'
import { changeMailAddresses } from './change-mail-addresses'
import { mailSettings } from './mail-settings'

const { db } = await testDatabase()
let project: Awaited<ReturnType<typeof addProject>>

beforeEach(async () => {
  await resetDatabase()
  project = await addProject()
})

const change = (
  version: number,
  addresses: string,
  actor = project.lead as Parameters<typeof changeMailAddresses>[0],
) => changeMailAddresses(actor, { project: project.slug, version, addresses })

describe('the mail addresses of a project', () => {
  it('are what its lead writes, in that order, and are told who did', async () => {
    value(await change(1, 'b@x.test\nA@x.test'))
    expect(value(await mailSettings(project.observer, { project: project.slug })).addresses).toEqual([
      'b@x.test',
      'a@x.test',
    ])
    value(await change(2, 'a@x.test'))
    expect(value(await mailSettings(project.lead, { project: project.slug })).addresses).toEqual(['a@x.test'])
    const types = (await db.select({ type: events.type }).from(events)).map(({ type }) => type)
    expect(types.filter((type) => type === 'mail_addresses_changed')).toHaveLength(2)
  })

  it('belong to one project', async () => {
    const other = await addProject('Pedro', 'PED')
    await giveAddresses(other, 'security@x.test')
    expect(refusalOf(await change(1, 'security@x.test'))).toEqual(['invalid', 'addresses'])
    expect(await db.select().from(mailAddresses)).toHaveLength(1)
  })

  it('are refused when they are none, with what is wrong', async () => {
    expect(refusalOf(await change(1, 'nobody'))).toEqual(['invalid', 'addresses'])
  })

  it('are not overwritten by somebody who started from older ones', async () => {
    value(await change(1, 'a@x.test'))
    expect(refusalOf(await change(1, 'b@x.test'))).toBe('conflict')
  })

  it('are a lead’s to change, and not there for strangers', async () => {
    expect(refusalOf(await change(1, 'a@x.test', project.handler))).toBe('forbidden')
    expect(refusalOf(await change(1, 'a@x.test', project.stranger))).toBe('not_found')
  })
})
