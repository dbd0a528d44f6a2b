import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
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
import { fieldsOfSchema } from '@/test/hostile/schema-fields'
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
  for (const { operation } of callable.values())
    for (const { schema } of fieldsOfSchema(operation.input))
      readers.set(schema, (readers.get(schema) ?? 0) + 1)
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

/** Texts that are read as something only after the schema took them; in the others they are words, kept as they are. */
const readLater =
  /(?:At|Zone|Date|until|version|Versions|introducedIn|vector\d+|cwes|ofCase|existing|to|advisory|url|fingerprint|receipt|address)$/
/** What the schema makes the same of is the same to the operation. */
const distinct = (taken: Taken[]) => [
  ...new Map(taken.map(({ text, kept }) => [JSON.stringify(kept), text])).values(),
]

it('there are more than 500 hostile strings, all different', () => {
  expect(new Set(hostileStrings).size).toBe(hostileStrings.length)
  expect(hostileStrings.length).toBeGreaterThan(500)
})

it('every operation has an example', () => {
  expect(Object.keys(examples).toSorted()).toEqual([...callable.keys()].toSorted())
})

/** How many operations read a field by that very schema, as all do that name a case or a project. */
const readers = new Map<z.ZodType, number>()
const dealt = new Map<z.ZodType, number>()

describe.each(Object.keys(examples))('%s', (name) => {
  it(`takes its example; reads all ${hostileStrings.length} hostile strings in every field, at every depth; and answers what it takes`, async () => {
    const operation = callable.get(name)!
    // The schema is asked without a transaction: a database ends one in which nothing happens for long.
    let example: Example | undefined
    await onDesk(async () => {
      example = await examples[name]!(world)
    })
    const fields = everyField(operation, example!)
    const toSend = new Map(fields.map((place) => [place, sentOf(operation, example!.input, place)]))
    await onDesk(async (database) => {
      const { as, input, refusal } = await examples[name]!(world)
      let said = ''
      const send = async (given: unknown) => {
        const answer = await operation(as, given as never)
        said = answer.ok ? '' : answer.refusal.message
        const code = answer.ok ? 'ok' : answer.refusal.code
        expect(answer.ok || said !== '').toBe(true)
        if (code === 'invalid') expect(answer).toHaveProperty('refusal.fields', expect.any(Object))
        return code
      }
      /** What is refused has changed nothing; what was done is undone before the next. */
      const sendAll = async (
        values: readonly unknown[],
        given: (value: unknown) => unknown,
        place: string,
      ) => {
        for (let at = 0; at < values.length;)
          await undone(database, async () => {
            for (let code = ''; code !== 'ok' && at < values.length; at++) {
              code = await send(given(values[at]))
              expect(code, `${place} = ${shown(values[at])}`).not.toBe('failed')
            }
          })
      }
      await undone(database, async () =>
        expect([await send(input), said]).toEqual([refusal ?? 'ok', expect.any(String)]),
      )
      await sendAll([null, undefined, '', [], 0, {}, new Map()], (whole) => whole, 'all of it')
      for (const [{ field }, texts] of toSend) {
        const values = [...sharpest, ...texts, ...next(hostileStrings, 1), ...next(wrongTypes, 2)]
        await sendAll(values, (value) => withField(input, field, value), field.join('.'))
      }
    })
  })
})

interface Place {
  field: Field
  /** The schema of this field alone, where it has one. */
  own?: z.ZodType
}

/** The fields its schema knows and those its example fills, but for those which the desk itself fills. */
function everyField({ operation }: Operation<never, unknown>, { input, ownFields }: Example): Place[] {
  const places = new Map<string, Place>(fieldsOf(input).map((field) => [field.join('.'), { field }]))
  for (const { field, schema } of fieldsOfSchema(operation.input))
    places.set(field.join('.'), { field, own: schema })
  return [...places.values()].filter(({ field: [first] }) => !ownFields?.includes(String(first)))
}

interface Taken {
  text: string
  kept: unknown
}

/** Asks the schema about every string in that field; gives those it takes. Nothing a person can read may be lost. */
function readable({ operation }: Operation<never, unknown>, input: object, { field, own }: Place): Taken[] {
  const place = `${operation.name} ${field.join('.')}`
  const read = own
    ? (text: string) => own.safeParse(text)
    : (text: string) => readWhole(operation.input, input, field, text)
  return hostileStrings.flatMap((text) => {
    const answer = read(text)
    if (!answer.success) {
      if (answer.error.issues.some(({ message }) => message === ''))
        expect.fail(`${place} says nothing of ${shown(text)}`)
      return []
    }
    const kept = answer.data
    if (typeof kept === 'string' && kept !== text && !choices.has(place) && field[0] !== 'language')
      expect(squeezed(kept), `${place}: ${shown(text)}`).toBe(squeezed(text))
    return [{ text, kept }]
  })
}

/**
 * What of it is sent to the operation itself. Into texts every string that the schema takes, as many together as it has room for;
 * into what is read as something later, such as a date, a part of them, another one for each; and where many operations name a thing
 * by the same schema, all strings are dealt out among them.
 */
function sentOf(operation: Operation<never, unknown>, input: object, place: Place): string[] {
  const texts = distinct(readable(operation, input, place))
  const { field, own } = place
  const users = (own && readers.get(own)) ?? 1
  if (own && users > 4) {
    const from = dealt.get(own) ?? 0
    const share = Math.ceil(texts.length / users)
    dealt.set(own, from + share)
    return Array.from({ length: share }, (_, i) => texts[(from + i) % texts.length]!)
  }
  const isWords = own && texts.length > 100 && !readLater.test(String(field.at(-1)))
  return isWords ? packed(texts, (text) => own.safeParse(text).success) : next(texts, 30)
}

/** The same texts, as many of them in one as are still taken. */
function packed(texts: string[], isTaken: (text: string) => boolean): string[] {
  const packs: string[] = []
  for (const text of texts.toSorted((one, other) => one.length - other.length)) {
    const joined = `${packs.at(-1) ?? ''} ${text}`
    if (packs.length > 0 && text.length < 1000 && isTaken(joined)) packs.splice(-1, 1, joined)
    else packs.push(text)
  }
  return packs
}

/** Reads one field with all the others. */
function readWhole(schema: z.ZodType, input: object, field: Field, text: string) {
  const read = schema.safeParse(withField(input, field, text))
  if (!read.success) return read
  const at = field.reduce<unknown>((part, key) => (part as Record<string, unknown> | null)?.[key], read.data)
  return { ...read, data: at }
}
