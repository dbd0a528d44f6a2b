import { and, eq, gt, lte, or, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { policyVersions, projects, reports } from '@/db/schema'
import { statement } from '@/db/statement'
import { floodWindowMs } from '@/domain/projects/flood'
import { plusMs } from '@/lib/instant'
import type { Context } from '@/server/kernel/context'
import { vault } from '@/server/kernel/vault'
import { foundProject, nameParts } from '@/server/projects/load-project'
import type { reportInput } from './report-input'
import { fingerprint, sameSubmission } from './same-submission'

/**
 * What taking a report asks of the database, in one turn, because a person waits: the project with the policy in force, how many
 * reports came to it within the hour (counting stops just above its limit), and the report that this very submission made before.
 * null: there is no such project.
 */
export async function loadSubmission(context: Context, input: z.output<typeof reportInput>) {
  const { project: name, submission, attachments, reporterKey } = input
  const said = await fingerprint(formOf(input), attachments, reporterKey)
  const submissionHash = vault().keyedHash('submission', `${name.toLowerCase()}/${submission}/${said}`)
  const [[intake], earlier] = await Promise.all([
    intakeOfProject(context.tx).execute({
      ...nameParts(name),
      now: context.now,
      since: plusMs(context.now, -floodWindowMs),
    }),
    sameSubmission(context, submissionHash),
  ])
  return intake ? { ...foundProject(intake.project), ...intake, earlier, said, submissionHash } : null
}

/** What the reporter wrote, without what the door or the browser says of it. */
export function formOf(input: z.output<typeof reportInput>) {
  const {
    project: _project,
    submission: _submission,
    attachments: _attachments,
    reporterKey: _reporterKey,
    timeZone: _timeZone,
    solution: _solution,
    channel: _channel,
    newsByMail: _newsByMail,
    language: _language,
    ...form
  } = input
  return form
}

const intakeOfProject = statement('intake_of_project', (tx) =>
  tx
    .select({
      project: projects,
      policy: policyVersions,
      came: sql<number>`(select count(*)::int from (${tx
        // The index alone answers this.
        .select({ one: sql`1` })
        .from(reports)
        .where(and(eq(reports.projectId, projects.id), gt(reports.receivedAt, sql.placeholder('since'))))
        .limit(sql`${projects.floodAbove} + 1` as unknown as number)}) recent)`,
    })
    .from(projects)
    .innerJoin(policyVersions, eq(policyVersions.projectId, projects.id))
    .where(
      and(
        or(eq(projects.slug, sql.placeholder('slug')), eq(projects.id, sql.placeholder('id'))),
        lte(policyVersions.inForceFrom, sql.placeholder('now')),
      ),
    )
    .orderBy(sql`${policyVersions.version} desc`)
    .limit(1),
)
