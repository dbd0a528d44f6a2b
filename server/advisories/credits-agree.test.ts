import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { publications, reports } from '@/db/schema'
import { publicCredits, type PublicCredit } from '@/domain/advisories/credit-ledger'
import { jobActor } from '@/server/auth/job-actor'
import { caseView } from '@/server/cases/case-view'
import { changeOwnCredit } from '@/server/reports/change-own-credit'
import { dayMs, plusMs } from '@/lib/instant'
import { addAnnounceableCase, addAnnouncingProject, scheduleAt } from '@/test/announceable-case'
import { setClock, testStart } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { anyone, value } from '@/test/team'
import { advisoryPreview } from './advisory-preview'
import { approveAdvisory } from './approve-advisory'
import { addCredit } from './change-credit'
import { editAdvisory } from './edit-advisory'
import { publicAdvisory } from './public-advisory'
import { publishAdvisory } from './publish-advisory'

const { db } = await testDatabase()
beforeEach(resetDatabase)

it('Alias in the advisory and two roles for one person: every export agrees with the ledger.', async () => {
  const project = await addAnnouncingProject()
  const { id, reference } = await addAnnounceableCase({ db }, project, 'reporter@example.net')
  const named = { case: reference }
  const [report] = await db.select().from(reports).where(eq(reports.caseId, id))
  value(
    await changeOwnCredit(
      { kind: 'reporter', reportId: report?.id ?? '' },
      {
        creditAs: 'name',
        creditHandle: 'moth',
        creditLink: 'https://moth.example.test',
        creditRoles: ['remediation_developer', 'finder'],
        seen: 1,
      },
    ),
  )
  const declined = {
    name: 'Somebody Shy',
    link: '',
    roles: ['analyst' as const],
    consent: 'declined' as const,
  }
  value(await addCredit(project.handler, { ...named, ...declined }))
  const scanner = { name: 'A scanner', link: '', roles: ['tool' as const], consent: 'asked' as const }
  value(await addCredit(project.handler, { ...named, ...scanner }))
  value(
    await editAdvisory(project.handler, {
      ...named,
      title: 'Template names escape the folder',
      summary: 'A template name with two dots reads files outside the folder.',
      impact: 'Anyone who chooses template names reads files.',
      actions: 'Update to a fixed version.',
      cveId: 'CVE-2026-12345',
      creditDecision: 'as_in_ledger',
      references: '',
      seen: 2,
    }),
  )
  value(await approveAdvisory(project.lead, { ...named, seen: 3 }))
  const previewed = value(await advisoryPreview(project.handler, named)).credits
  const at = plusMs(testStart, 8 * dayMs)
  value(await scheduleAt(project, reference, at))
  setClock(at)
  expect(value(await publishAdvisory(jobActor('advisories.publish'), named))).toBe('published')

  const ledger = publicCredits(value(await caseView(project.handler, named)).advisory?.credits ?? [])
  expect(ledger).toContainEqual({
    name: 'moth',
    link: 'https://moth.example.test',
    roles: ['finder', 'remediation_developer'],
  })
  expect(ledger.map(({ name }) => name).sort()).toEqual(['A scanner', 'moth'])
  const [publication] = await db.select().from(publications)
  const read = async (revision?: number) => {
    const shown = value(
      await publicAdvisory(anyone, {
        project: project.slug,
        advisory: publication?.publicId ?? '',
        ...(revision === undefined ? {} : { revision }),
      }),
    )
    if (shown.kind !== 'document') throw new Error('It is not published.')
    return shown.document
  }
  const exports: Record<string, PublicCredit[] | undefined> = {
    preview: previewed,
    'what is stored': publication?.document.credits,
    'the page and its JSON': (await read()).credits,
    'the revision': (await read(1)).credits,
  }
  for (const [name, credits] of Object.entries(exports)) expect(credits, name).toEqual(ledger)
  expect((await read()).cveId).toBe('CVE-2026-12345')
})
