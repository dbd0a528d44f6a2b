import { z } from 'zod'
import { checkEarlyText, earlyTextKinds } from '@/domain/advisories/early-text'
import { longText } from '@/lib/text'
import { caseName, loadCase } from '@/server/cases/load-case'
import { query } from '@/server/kernel/query'
import { loadSecrets } from './load-secrets'

/**
 * Checks a text that goes public (commit, pull request, branch, release note) for what it tells of the case. Nothing of it is kept.
 * Before the announcement it must tell nothing; after it a release note must say that it is a security fix.
 */
export const checkText = query({
  name: 'cases.checkText',
  input: z.object({
    case: caseName,
    kind: z.enum(earlyTextKinds, 'Say what kind of text it is.').default('commit_message'),
    text: longText(20_000, 'Paste the text to check.'),
  }),
  may: 'check_text',
  load: (context, input) => loadCase(context, input.case),
  run: async (context, { kind, text }, found) =>
    checkEarlyText(text, kind, await loadSecrets(context, found), {
      isAnnounced: found.case.announcedAt !== null,
      line: null,
    }),
})
