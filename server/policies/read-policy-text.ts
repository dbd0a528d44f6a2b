import { z } from 'zod'
import { longestPolicy, readPolicy } from '@/domain/policies/reading/read-policy'
import { shownParts } from '@/domain/policies/reading/picks'
import { formFromTerms } from '@/domain/policies/terms-fields'
import { longText } from '@/lib/text'
import { query } from '@/server/kernel/query'
import { loadProject, projectName } from '@/server/projects/load-project'
import { policyInForce } from './policy-in-force'

/** What a SECURITY.md says, part by part, beside the policy in force. Nothing is stored: that is `changePolicy`. */
export const readPolicyText = query({
  name: 'policies.readText',
  input: z.object({
    project: projectName,
    text: longText(longestPolicy, 'Paste the policy, or choose its file.'),
  }),
  may: 'edit_policy',
  load: (context, input) => loadProject(context, input.project),
  run: async (context, { text }, { project }) => {
    const policy = await policyInForce(context, project.id)
    const form = formFromTerms(policy)
    const reading = readPolicy(text)
    return { version: policy.version, form, reading, parts: shownParts(reading, policy.terms, form) }
  },
})
