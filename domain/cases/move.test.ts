import { describe, expect, it } from 'vitest'
import { checkFollowUp } from './follow-up'
import { checkMove, handlerAfterMove } from './move'
import type { CaseFacts } from './stage'

const open: CaseFacts = {
  acknowledgedAt: '2026-11-23T09:00:00.000Z' as never,
  handlerId: 'mei',
  confirmedAt: null,
  lines: [],
  announcedAt: null,
  resolution: null,
  hasUnfinishedWork: false,
  at: '2026-11-24T09:00:00.000Z' as never,
}
const place = { from: 'a', to: 'b', isLinked: false }

describe('moving a case', () => {
  it.each([
    ['an open one', {}, {}, null],
    ['one nobody acknowledged', { acknowledgedAt: null, handlerId: null }, {}, null],
    ['to where it is', {}, { to: 'a' }, 'same_project'],
    ['an announced one', { announcedAt: open.at }, {}, 'announced'],
    ['a closed one', { resolution: { kind: 'out_of_scope', at: open.at } as const }, {}, 'closed'],
    ['a linked one', {}, { isLinked: true }, 'linked'],
    [
      'one with a release',
      {
        lines: [
          {
            line: { name: '2.x' },
            affectedness: 'affected',
            plan: 'fix',
            work: 'released',
            release: { version: '2.1.0' },
          } as never,
        ],
      },
      {},
      'released',
    ],
  ])('%s', (_, facts, where, code) => {
    const checked = checkMove({ ...open, ...facts }, { ...place, ...where })
    expect(checked.ok ? null : checked.refusal.code).toBe(code)
  })

  it.each([
    ['stays with who can answer there', 'mei', [{ personId: 'mei', role: 'handler' }], 'mei'],
    ['goes to the mover where they only look on', 'mei', [{ personId: 'mei', role: 'observer' }], 'mover'],
    ['goes to the mover where they are unknown', 'mei', [], 'mover'],
    ['stays with nobody', null, [], null],
  ])('%s', (_, handler, team, expected) => {
    expect(handlerAfterMove(handler, 'mover', team)).toBe(expected)
  })
})

describe('following a case up', () => {
  const first = {
    id: 'first',
    projectId: 'a',
    announcedAt: open.at,
    followsCase: null,
    before: [] as string[],
  }
  const next = { id: 'next', projectId: 'a', announcedAt: null, followsCase: null }

  it.each([
    ['by a new case', {}, null, null],
    ['by one that is there', {}, {}, null],
    ['before the announcement', { announcedAt: null }, null, 'not_announced'],
    ['by itself', {}, { id: 'first' }, 'same_case'],
    ['by another project’s', {}, { projectId: 'b' }, 'other_project'],
    ['twice', {}, { followsCase: 'first' }, 'follows'],
    ['by what follows another', {}, { followsCase: 'third' }, 'follows_other'],
    ['in a circle', { followsCase: 'next', before: ['next'] }, {}, 'circle'],
    ['in a circle of three', { followsCase: 'between', before: ['between', 'next'] }, {}, 'circle'],
  ])('%s', (_, of, by, code) => {
    const checked = checkFollowUp({ ...first, ...of }, by && { ...next, ...by })
    expect(checked.ok ? null : checked.refusal.code).toBe(code)
  })
})
