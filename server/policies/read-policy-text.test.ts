import { beforeEach, describe, expect, it } from 'vitest'
import { resetDatabase, testDatabase } from '@/test/database'
import { addProject, refusalOf, value } from '@/test/team'
import { policyHistory } from './policy-history'
import { readPolicyText } from './read-policy-text'

await testDatabase()
beforeEach(resetDatabase)

const text = 'We acknowledge reports within 24 hours.'

describe('readPolicyText', () => {
  it('shows what a text says beside what is in force, and stores nothing', async () => {
    const project = await addProject()
    const { parts, version } = value(await readPolicyText(project.lead, { project: project.slug, text }))
    expect(version).toBe(1)
    expect(parts.find(({ part }) => part === 'acknowledge')).toMatchObject({
      state: 'found',
      inForce: '48 business hours',
      picks: [
        { id: 'read-0', words: '24 hours', isPreset: true, evidence: [{ sentence: text, line: 1 }] },
        { id: 'keep', words: '48 business hours', isPreset: false },
      ],
    })
    expect(parts.find(({ part }) => part === 'embargo')).toMatchObject({
      state: 'missing',
      inForce: '90 days',
      picks: [],
    })
    expect(value(await policyHistory(project.lead, { project: project.slug }))).toHaveLength(1)
  })

  it('refuses a text that is empty or too long, and says so', async () => {
    const project = await addProject()
    const asked = (given: string) => readPolicyText(project.lead, { project: project.slug, text: given })
    expect(refusalOf(await asked(' \n '))).toEqual(['invalid', 'text'])
    expect(refusalOf(await asked('x'.repeat(65_537)))).toEqual(['invalid', 'text'])
  })

  it('is for leads; for a stranger there is nothing', async () => {
    const project = await addProject()
    const asked = { project: project.slug, text }
    expect(refusalOf(await readPolicyText(project.handler, asked))).toBe('forbidden')
    expect(refusalOf(await readPolicyText(project.stranger, asked))).toBe('not_found')
  })
})
