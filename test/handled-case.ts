import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { cases } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { acknowledgeCase } from '@/server/cases/acknowledge-case'
import { submitReport } from '@/server/reports/submit-report'
import { testDatabase } from './database'
import { anyone, value } from './team'

/** A case that somebody reported and this person acknowledged, so that they answer for it. */
export async function addHandledCase(project: { slug: string }, handler: Actor) {
  const { receipt, reference } = value(
    await submitReport(anyone, {
      project: project.slug,
      submission: randomBytes(16).toString('base64url'),
      title: 'Path traversal in the archive reader',
      description:
        'An archive entry named ../../etc/passwd is written outside of the target folder. The reader joins names without checking them.',
      impact: 'Whoever sends an archive overwrites any file of the process.',
    } as Parameters<typeof submitReport>[1]),
  )
  value(await acknowledgeCase(handler, { case: reference }))
  const { db } = await testDatabase()
  const [row] = await db.select().from(cases).where(eq(cases.reference, reference))
  if (!row) throw new Error('The case is not there.')
  return { id: row.id, reference, receipt }
}
