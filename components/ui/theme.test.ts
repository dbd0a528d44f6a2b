import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((found) => [
    found[1]!,
    { light: found[2]!, dark: found[3]! },
  ]),
)

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function contrast(one: string, other: string, theme: 'light' | 'dark'): number {
  const [low, high] = [one, other].map((name) => luminance(tokens.get(name)![theme])).sort((a, b) => a - b)
  return (high! + 0.05) / (low! + 0.05)
}

const grounds = ['canvas', 'surface', 'sunken', 'raised', 'hover']
const written = ['text', 'muted', 'accent', 'danger', 'critical', 'high', 'medium', 'low']
const urgency = ['overdue', 'due-soon', 'on-track', 'paused']
const soft = [...written.slice(2), ...urgency, 'inside', 'outside'].map(
  (name) => [name, `${name}-soft`] as const,
)

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  it.each([...written, ...urgency].flatMap((ink) => grounds.map((ground) => [ink, ground] as const)))(
    '%s can be read on %s',
    (ink, ground) => expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5),
  )
  it.each(soft)('%s can be read on %s', (ink, ground) =>
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5),
  )
  it.each(soft.map(([, ground]) => ground))('plain and muted text can be read on %s', (ground) => {
    expect(contrast('text', ground, theme)).toBeGreaterThanOrEqual(4.5)
    expect(contrast('muted', ground, theme)).toBeGreaterThanOrEqual(4.5)
  })
  it.each([
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['on-danger', 'danger'],
    ['on-danger', 'danger-strong'],
    ['on-critical', 'critical'],
  ])('%s can be read on %s', (ink, ground) =>
    expect(contrast(ink, ground, theme)).toBeGreaterThanOrEqual(4.5),
  )
  it.each(['canvas', 'surface', 'raised'])('the edge of a control can be seen on %s', (ground) =>
    expect(contrast('control', ground, theme)).toBeGreaterThanOrEqual(3),
  )
})
