import { z } from 'zod'
import { isDraftShared } from '@/domain/advisories/shared-draft'
import { longText } from '@/lib/text'
import { draftDocument } from '@/server/advisories/advisory-preview'
import { needAdvisory } from '@/server/advisories/advisory-record'
import { creditsOf } from '@/server/advisories/credit-rows'
import { loadCaseRecord } from '@/server/cases/case-record'
import { notFound } from '@/server/kernel/problem'
import { query } from '@/server/kernel/query'
import { versionSeen } from '@/lib/version-seen'
import { messageSubmission } from '@/server/cases/submission'
import { loadOwnCase } from './load-own-case'
import { replyLimit, storeReply } from './reply-as-reporter'
import { reporterCommand } from './reporter-command'

/** The draft of the advisory while it is shared with this reporter; else it does not exist for them. */
export const ownDraft = query({
  name: 'reporters.ownDraft',
  input: z.object({}),
  may: 'read_shared_draft',
  load: (context) => loadOwnCase(context),
  run: async (context, _input, found) => {
    const record = await loadCaseRecord(context, found)
    if (!isDraftShared(record.events, found.report.id) || found.case.announcedAt !== null) throw notFound()
    const advisory = await needAdvisory(context, found)
    // Who else reported it stays unknown to this reporter until it is public.
    const credits = (await creditsOf(context, found)).filter(
      ({ reportId }) => reportId === null || reportId === found.report.id,
    )
    return {
      version: advisory.row.version,
      document: await draftDocument(context, found, { ...advisory, credits }, record),
    }
  },
})

/** The reporter comments on the draft they read; the comment says which version that was. */
export const commentDraft = reporterCommand({
  name: 'reporters.commentDraft',
  input: {
    seen: versionSeen(),
    body: longText(replyLimit, 'Write the comment.'),
    submission: messageSubmission,
  },
  may: 'read_shared_draft',
  run: async (context, { seen, body, submission }, found) => {
    const record = await loadCaseRecord(context, found)
    if (!isDraftShared(record.events, found.report.id) || found.case.announcedAt !== null) throw notFound()
    const advisory = await needAdvisory(context, found)
    if (seen > advisory.row.version) throw notFound()
    return storeReply(context, found, { body, submission, files: [], draftVersion: seen })
  },
})
