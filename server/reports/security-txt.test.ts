import { beforeEach, describe, expect, it } from 'vitest'
import { GET as deskRoute } from '@/app/.well-known/security.txt/route'
import { GET as projectRoute } from '@/app/(portal)/projects/[project]/security.txt/route'
import { defaultTerms } from '@/domain/policies/default-terms'
import { dayMs, epochMs, hourMs } from '@/lib/instant'
import { now } from '@/server/kernel/clock'
import { changePolicy } from '@/server/policies/change-policy'
import { advanceClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { addProject, value } from '@/test/team'

await testDatabase()
beforeEach(resetDatabase)

const ask = (headers?: HeadersInit) =>
  deskRoute(new Request('http://localhost:3000/.well-known/security.txt', { headers }))
const askProject = (project: string) =>
  projectRoute(new Request('http://localhost:3000/'), { params: Promise.resolve({ project }) })

describe('security.txt', () => {
  it('of a desk with one project names its form, its mails, its key, and expires within a year', async () => {
    const project = await addProject()
    const channels = {
      mail: ['security@marmotte.example.org'],
      plainContact: null,
      encryptionKeyUrl: 'https://marmotte.example.org/key.asc',
    }
    value(
      await changePolicy(project.lead, {
        project: project.slug,
        basedOn: 1,
        terms: { ...defaultTerms, channels },
      }),
    )
    const answer = await ask()
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await answer.text()).toBe(
      [
        'Contact: http://localhost:3000/projects/marmotte/report',
        'Contact: mailto:security@marmotte.example.org',
        'Expires: 2027-05-19T00:00:00.000Z',
        'Encryption: https://marmotte.example.org/key.asc',
        'Acknowledgments: http://localhost:3000/projects/marmotte/acknowledgements',
        'Policy: http://localhost:3000/projects/marmotte',
        'Canonical: http://localhost:3000/.well-known/security.txt',
        'Canonical: http://localhost:3000/projects/marmotte/security.txt',
        'Preferred-Languages: en',
        '',
      ].join('\n'),
    )
  })

  it('of a desk with several projects leads to their list, and each project has its own', async () => {
    await addProject()
    await addProject('Murmel', 'MUR')
    expect(await (await ask()).text()).toContain('Contact: http://localhost:3000/\n')
    const own = await (await askProject('murmel')).text()
    expect(own).toContain('Contact: http://localhost:3000/projects/murmel/report\n')
    expect(own).toContain('Canonical: http://localhost:3000/projects/murmel/security.txt\n')
    expect((await askProject('nobody')).status).toBe(404)
    expect((await askProject('\0')).status).toBe(404)
  })

  it('stays the same until midnight, and is not sent again to who has it', async () => {
    await addProject()
    const etag = (await ask()).headers.get('etag')!
    advanceClock(10 * hourMs)
    const again = await ask({ 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    advanceClock(dayMs)
    expect((await ask({ 'if-none-match': etag })).status).toBe(200)
  })

  it('never expires: it is written anew for each who asks, so its end is always half a year ahead', async () => {
    const project = await addProject()
    // Nobody changes anything for ten years; whoever asks on any of these days has at least 179 days left.
    for (let year = 0; year < 10; year++) {
      for (const step of [90 * dayMs, 275 * dayMs + hourMs]) {
        advanceClock(step)
        for (const answer of [await ask(), await askProject(project.slug)]) {
          const expires = /^Expires: (.+)$/m.exec(await answer.text())![1]!
          const left = Date.parse(expires) - epochMs(now())
          expect(left).toBeGreaterThan(179 * dayMs)
          // RFC 9116, section 2.5.5: less than a year ahead is recommended.
          expect(left).toBeLessThan(365 * dayMs)
        }
      }
    }
  })
})
