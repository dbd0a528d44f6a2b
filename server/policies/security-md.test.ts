import { beforeEach, describe, expect, it } from 'vitest'
import { GET } from '@/app/(portal)/projects/[project]/security.md/route'
import { defaultTerms } from '@/domain/policies/default-terms'
import { dayMs } from '@/lib/instant'
import { addReleaseLine } from '@/server/projects/add-release-line'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addProject, value } from '@/test/team'
import { changePolicy } from './change-policy'

await testDatabase()
beforeEach(resetDatabase)

const ask = (project: string, headers?: HeadersInit) =>
  GET(new Request('http://localhost:3000/', { headers }), { params: Promise.resolve({ project }) })

describe('SECURITY.md of a project', () => {
  it('is written from the policy in force and the lines of today', async () => {
    const project = await addProject()
    value(
      await addReleaseLine(project.lead, {
        ...{ project: project.slug, name: '1.x', range: '1.x', branch: 'release/1.x' },
        ...{ supportedFrom: '2026-01-01', supportedUntil: '2026-11-21' },
      }),
    )
    const answer = await ask(project.slug)
    expect(answer.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    const text = await answer.text()
    expect(text).toContain('# Security policy of Marmotte\n')
    expect(text).toContain('<http://localhost:3000/projects/marmotte/report>')
    expect(text).toContain('- A maintainer acknowledges your report within 48 business hours.\n')
    expect(text).toContain('| 1.x | ✅ yes until 2026-11-21 |')
    advanceClock(3 * dayMs)
    expect(await (await ask(project.slug)).text()).toContain('| 1.x | ❌ no since 2026-11-21 |')
  })

  it('is not sent again to who has it, until the policy changes', async () => {
    const project = await addProject()
    const etag = (await ask(project.slug)).headers.get('etag')!
    const again = await ask(project.slug, { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const terms = { ...defaultTerms, acknowledge: { hours: 24, counting: 'calendar' as const } }
    value(await changePolicy(project.lead, { project: project.slug, basedOn: 1, terms }))
    const changed = await ask(project.slug, { 'if-none-match': etag })
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain('within 24 hours.')
  })

  it('is not there for a project that is not', async () => {
    expect((await ask('nobody')).status).toBe(404)
    expect((await ask('\0')).status).toBe(404)
  })
})
