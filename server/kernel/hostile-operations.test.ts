import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from '@/db/connection'
import { cleanText } from '@/lib/text'
import { resetClock } from '@/test/clock'
import { resetDatabase, setTestDatabase, testDatabase } from '@/test/database'
import { examplesOfCases } from '@/test/hostile/examples-of-cases'
import { examplesOfDesk } from '@/test/hostile/examples-of-desk'
import { examplesOfReporters } from '@/test/hostile/examples-of-reporters'
import { examplesOfSources } from '@/test/hostile/examples-of-sources'
import type { Example } from '@/test/hostile/example'
import { fieldsOf, withField, type Field } from '@/test/hostile/fields'
import { hostileStrings, wrongTypes } from '@/test/hostile/strings'
import { hostileWorld, type HostileWorld } from '@/test/hostile/world'
import type { Operation } from './operation'

const examples = { ...examplesOfCases, ...examplesOfReporters, ...examplesOfDesk, ...examplesOfSources }
const callable = new Map<string, Operation<never, unknown>>()
let world: HostileWorld

beforeAll(async () => {
  await resetDatabase()
  world = await hostileWorld()
  const files = fs.readdirSync('server', { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => /\.ts$/.test(name) && !name.endsWith('.test.ts')))
    for (const made of Object.values((await import(path.resolve('server', file))) as object))
      if (typeof made === 'function' && 'operation' in made)
        callable.set((made as Operation<never, unknown>).operation.name, made as Operation<never, unknown>)
})
afterAll(() => setTestDatabase(null))

class Undo extends Error {}

/** Everything in `work` happens in one step that is undone afterwards; commands inside it commit into that step only. */
async function undone(database: Database, work: (inside: Database) => Promise<void>): Promise<void> {
  const step = database.transaction(async (tx) => {
    const inside: Database = { ...database, db: tx, transaction: (inner) => tx.transaction(inner) }
    setTestDatabase(inside)
    await work(inside)
    throw new Undo()
  })
  await step.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  setTestDatabase(database)
}

async function onDesk(work: (inside: Database) => Promise<void>): Promise<void> {
  setTestDatabase(null)
  await undone(await testDatabase(), work)
  setTestDatabase(null)
  resetClock()
}

/** Letters without spaces: trimming, joining lines and lower case are allowed, losing a letter is not. */
const squeezed = (text: string) => cleanText(text).replace(/\s+/g, '').toLowerCase()
const shown = (value: unknown) => `${JSON.stringify(value) ?? String(value)}`.slice(0, 120)

/** Tried everywhere: each of them once brought a database down. */
const sharpest = ['a\0b', '\ud800']
/** Fields where what makes no sense is as if nothing had been chosen; and versions, which are kept as semver writes them. */
const choices = new Set([
  'reports.submit timeZone',
  'requests.queue view',
  'requests.queue kind',
  'alerts.queue view',
  'numbers.ofProject from',
  'numbers.ofProject until',
  'assessments.begin release',
  'assessments.releaseGate version',
])

let turn = 0
/** The next of a list, going round: over all fields every one of them has its turn. */
function next<Value>(list: readonly Value[], count: number): Value[] {
  return Array.from({ length: Math.min(count, list.length) }, () => list[turn++ % list.length]!)
}

it('there are more than 500 hostile strings, all different', () => {
  expect(new Set(hostileStrings).size).toBe(hostileStrings.length)
  expect(hostileStrings.length).toBeGreaterThan(500)
})

it('every operation has an example', () => {
  expect(Object.keys(examples).toSorted()).toEqual([...callable.keys()].toSorted())
})

describe.each(Object.keys(examples))('%s', (name) => {
  it('takes its example, and answers hostile values in every field', async () => {
    const operation = callable.get(name)!
    // The schema is asked without a transaction: a database ends one in which nothing happens for long.
    const taken = new Map<string, string[]>()
    let example: Example | undefined
    await onDesk(async () => {
      example = await examples[name]!(world)
    })
    const fields = fieldsOf(example?.input).filter(([first]) => !example?.ownFields?.includes(String(first)))
    for (const field of fields) taken.set(field.join('.'), readable(operation, example!.input, field))
    await onDesk(async (database) => {
      const { as, input, refusal } = await examples[name]!(world)
      let said = ''
      const send = async (given: unknown) => {
        let code = 'never asked'
        await undone(database, async () => {
          const answer = await operation(as, given as never)
          code = answer.ok ? 'ok' : answer.refusal.code
          said = answer.ok ? '' : answer.refusal.message
          expect(answer.ok || said !== '').toBe(true)
          if (code === 'invalid') expect(answer).toHaveProperty('refusal.fields', expect.any(Object))
        })
        return code
      }
      expect(await send(input), said).toBe(refusal ?? 'ok')
      for (const whole of [null, undefined, '', [], 0, {}, new Map()])
        expect(await send(whole)).not.toBe('failed')
      for (const field of fields) {
        const more = field.length > 1 ? [] : [...next(hostileStrings, 1), ...next(wrongTypes, 2)]
        for (const value of [...sharpest, ...next(taken.get(field.join('.')) ?? [], 2), ...more])
          expect(await send(withField(input, field, value)), `${field.join('.')} = ${shown(value)}`).not.toBe(
            'failed',
          )
      }
    })
  })
})

/** Asks the schema about every string in that field; gives those it takes. Nothing a person can read may be lost. */
function readable({ operation }: Operation<never, unknown>, input: object, field: Field): string[] {
  const place = `${operation.name} ${field.join('.')}`
  const read = readerOf(operation.input, input, field)
  // Deep fields belong to one large form; a part of the strings, another one for each, is enough there.
  const strings = field.length > 1 ? next(hostileStrings, 50) : hostileStrings
  return strings.filter((text) => {
    const answer = read(text)
    if (!answer.success) {
      expect(answer.error.issues.every(({ message }) => message !== '')).toBe(true)
      return false
    }
    const kept = answer.data
    if (typeof kept === 'string' && !choices.has(place))
      expect(squeezed(kept), `${place}: ${shown(text)}`).toBe(squeezed(text))
    return true
  })
}

/** Reads one field: by its own schema where there is one, else with all the others. */
function readerOf(schema: z.ZodType, input: object, field: Field) {
  const [name] = field
  const own: z.ZodType | undefined =
    schema instanceof z.ZodObject && field.length === 1 ? schema.shape[String(name)] : undefined
  if (own) return (text: string) => own.safeParse(text)
  return (text: string) => {
    const read = schema.safeParse(withField(input, field, text))
    if (!read.success) return read
    const at = field.reduce<unknown>(
      (part, key) => (part as Record<string, unknown> | null)?.[key],
      read.data,
    )
    return { ...read, data: at }
  }
}
