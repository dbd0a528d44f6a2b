import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { requests } from '@/db/schema'
import { receiptHash } from '@/server/auth/receipt-hash'
import { answerTesting } from '@/server/requests/answer-request'
import { askBeforeTesting } from '@/server/requests/ask-before-testing'
import { suggestPolicyChange } from '@/server/requests/suggest-policy-change'
import { given } from './desk'
import type { Act } from './play'
import type { Teammate } from './team'

type Question = Omit<Parameters<typeof askBeforeTesting>[1], 'project' | 'submission'>
type Suggestion = Omit<Parameters<typeof suggestPolicyChange>[1], 'project' | 'submission'>

const form = (project: string) => ({ project, submission: randomBytes(16).toString('base64url') })

/** Somebody asks the project of the story before testing; with `answer` a teammate allows it under those conditions at once. */
export const asksBeforeTesting =
  (question: Question, answer?: { by: Teammate; conditions: string }): Act =>
  async ({ desk, project }) => {
    const { receipt } = given(await askBeforeTesting({ kind: 'anyone' }, { ...question, ...form(project) }))
    if (!answer) return
    const [row] = await desk.database.db
      .select({ id: requests.id })
      .from(requests)
      .where(eq(requests.receiptHash, receiptHash(receipt) ?? ''))
    const told = { request: row?.id ?? '', seen: 1, state: 'allowed' as const, answer: answer.conditions }
    given(await answerTesting(await desk.actor(answer.by), told))
  }

/** Somebody suggests a change to the policy of the story's project. */
export const suggests =
  (suggestion: Suggestion): Act =>
  async ({ project }) =>
    given(await suggestPolicyChange({ kind: 'anyone' }, { ...suggestion, ...form(project) }))
