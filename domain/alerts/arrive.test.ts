import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plusMs, toInstant } from '@/lib/instant'
import type { AlertState, RemoteState } from './alert'
import { arrive, type StandingAlert } from './arrive'

const t0 = toInstant('2026-11-20T09:00:00Z')
const after = (seconds: number) => plusMs(t0, seconds * 1000)
const news = (state: RemoteState, seconds: number, isReopening = false) => ({
  state,
  changedAt: after(seconds),
  isReopening,
  hasFix: false,
})
const stands = (
  state: AlertState,
  settledAtSource: boolean,
  remoteState: RemoteState,
  seconds = 10,
): StandingAlert => ({
  state,
  settledAtSource,
  remoteState,
  remoteChangedAt: after(seconds),
  dismissal: null,
  hasFix: false,
})
const withoutFix: StandingAlert = { ...stands('dismissed', false, 'open'), dismissal: 'no_fix_yet' }
const open = stands('open', false, 'open')

describe('arrive', () => {
  it.each<[string, StandingAlert | null, ReturnType<typeof news>, AlertState | null]>([
    ['a new alert is to be triaged', null, news('open', 10), 'open'],
    ['a fixed one was never open here', null, news('fixed', 10), 'fixed'],
    ['dismissed by a rule', open, news('auto_dismissed', 20), 'dismissed'],
    ['dismissed there', open, news('dismissed', 20), 'dismissed'],
    ['fixed there', open, news('fixed', 20), 'fixed'],
    ['open again there', stands('fixed', true, 'fixed'), news('open', 20, true), 'open'],
    ['an older word', stands('fixed', true, 'fixed'), news('open', 9), null],
    ['the same word again', open, news('open', 10), null],
    ['of the same second, closed wins', open, news('fixed', 10), 'fixed'],
    ['in whichever order', stands('fixed', true, 'fixed'), news('open', 10), null],
    ['but a reopening is later', stands('fixed', true, 'fixed'), news('open', 10, true), 'open'],
    ['a person dismissed it', stands('dismissed', false, 'open'), news('open', 20), 'dismissed'],
    [
      'and dismisses it for good',
      stands('dismissed', false, 'dismissed'),
      news('open', 20, true),
      'dismissed',
    ],
    ['a person called it fixed, and it was', stands('fixed', false, 'open'), news('fixed', 20), 'fixed'],
    ['fixed, and back', stands('fixed', false, 'fixed'), news('open', 20, true), 'open'],
    ['fixed here, GitHub has not seen it yet', stands('fixed', false, 'open'), news('open', 20), 'fixed'],
    ['dismissed as long as there is no fix', withoutFix, news('open', 20), 'dismissed'],
    ['and there is one', withoutFix, { ...news('open', 20), hasFix: true }, 'open'],
    [
      'one was known when it was dismissed',
      { ...withoutFix, hasFix: true },
      { ...news('open', 20), hasFix: true },
      'dismissed',
    ],
    [
      'dismissed for another reason',
      { ...withoutFix, dismissal: 'tolerable' },
      { ...news('open', 20), hasFix: true },
      'dismissed',
    ],
    ['a case goes on', stands('taken', false, 'open'), news('fixed', 20), 'taken'],
  ])('%s', (_what, known, told, state) => expect(arrive(known, told)?.state ?? null).toBe(state))

  it('ends the same in whichever order the deliveries come', () => {
    const words = fc.uniqueArray(
      fc.record({
        state: fc.constantFrom<RemoteState>('open', 'fixed', 'dismissed', 'auto_dismissed'),
        seconds: fc.integer({ min: 0, max: 100 }),
      }),
      { selector: ({ seconds }) => seconds, minLength: 1, maxLength: 8 },
    )
    const end = (told: readonly { state: RemoteState; seconds: number }[]) =>
      told.reduce<StandingAlert | null>(
        (known, { state, seconds }) => arrive(known, news(state, seconds)) ?? known,
        null,
      )
    fc.assert(
      fc.property(words, (told) => {
        expect(end(told.toSorted((a, b) => b.seconds - a.seconds))).toEqual(
          end(told.toSorted((a, b) => a.seconds - b.seconds)),
        )
      }),
    )
  })
})
