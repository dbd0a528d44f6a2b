import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { policyVersions } from '@/db/schema'
import { changesInWords, type PolicyChange } from '@/domain/policies/changes-in-words'
import { checkTerms } from '@/domain/policies/check-terms'
import { promisesOf } from '@/domain/policies/promises'
import { policyTermsSchema } from '@/domain/policies/terms'
import { optionalLongText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { command } from '@/server/kernel/command'
import type { Context } from '@/server/kernel/context'
import { conflict, invalid } from '@/server/kernel/problem'
import { loadProject, projectName } from '@/server/projects/load-project'
import { moveSupportDates } from '@/server/projects/move-support-dates'
import { addPolicyVersion } from './add-policy-version'
import { isHolidayRegion, withHolidays } from './holidays'
import type { PolicyVersion } from './policy-in-force'

/** What a lost race is told: the version to start from now, and what it changed. */
export interface PolicyConflict {
  version: number
  changes: PolicyChange[]
}

/**
 * Puts a new policy version in force. Cases keep the version in force when their report arrived. `basedOn` is the version the
 * person started from; when another came in between nothing is saved and they are told what it changed.
 */
export const changePolicy = command({
  name: 'policies.change',
  input: z.object({
    project: projectName,
    basedOn: versionSeen(),
    terms: policyTermsSchema,
    introduction: optionalLongText(4000).transform((text) => text ?? ''),
  }),
  may: 'edit_policy',
  load: (context, input) => loadProject(context, input.project, { lock: true }),
  run: async (context, { basedOn, terms, introduction }, { project }) => {
    const latest = await latestVersion(context, project.id)
    if (latest.version !== basedOn) throw await lostRace(context, latest, basedOn)
    const { warnings } = checked(terms)
    const complete = { ...terms, businessCalendar: withHolidays(terms.businessCalendar, context.now) }
    const changes = changesInWords(latest, { terms: complete, introduction })
    if (changes.length > 0) {
      await addPolicyVersion(context, {
        projectId: project.id,
        version: latest.version + 1,
        terms,
        introduction,
      })
      await moveSupportDates(context, project.id, {
        from: latest.terms.businessCalendar.timeZone,
        to: terms.businessCalendar.timeZone,
      })
    }
    return {
      version: changes.length > 0 ? latest.version + 1 : latest.version,
      changes,
      warnings: warnings.map(({ text }) => text),
      promises: promisesOf(complete),
    }
  },
})

/** Refuses terms that contradict themselves; gives what is merely odd. */
function checked(terms: z.output<typeof policyTermsSchema>) {
  const { refusals, warnings } = checkTerms(terms)
  const fields: Record<string, string[]> = {}
  for (const { path, text } of refusals) (fields[`terms.${path}`] ??= []).push(text)
  const { holidayRegion } = terms.businessCalendar
  if (holidayRegion && !isHolidayRegion(holidayRegion)) {
    fields['terms.businessCalendar.holidayRegion'] = [
      'Holidays of this region are not known. Choose another, or name the days yourself.',
    ]
  }
  if (Object.keys(fields).length > 0) throw invalid(fields)
  return { warnings: warnings.filter(({ code }) => code !== 'holidays_missing') }
}

async function latestVersion({ tx }: Context, projectId: string): Promise<PolicyVersion> {
  const [latest] = await tx
    .select()
    .from(policyVersions)
    .where(eq(policyVersions.projectId, projectId))
    .orderBy(desc(policyVersions.version))
    .limit(1)
  if (!latest) throw new Error('A project without a policy.')
  return latest
}

async function lostRace({ tx }: Context, latest: PolicyVersion, basedOn: number) {
  const [start] = await tx
    .select()
    .from(policyVersions)
    .where(and(eq(policyVersions.projectId, latest.projectId), eq(policyVersions.version, basedOn)))
  const current: PolicyConflict = {
    version: latest.version,
    changes: start ? changesInWords(start, latest) : [],
  }
  return conflict(
    'Somebody else saved this policy while you were editing. Nothing was saved and nothing you typed is lost. See what they changed; saving again puts yours in its place.',
    current,
  )
}
