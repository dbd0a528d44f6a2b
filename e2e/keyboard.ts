import { expect, type Locator, type Page } from '@playwright/test'

/** Where the keyboard is: which of the page's stops, and how that looks. */
interface Stop {
  /** Its place among all that can be reached, in the order of the page; -1: none of them. */
  index: number
  name: string
  isSummary: boolean
  /** Whether it looks otherwise than before the keyboard came. */
  isMarked: boolean
  isInWindow: boolean
  top: number
}

const reachable =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex^="-"])'

/** Notes how everything looks while the keyboard is elsewhere. */
const noteLooks = (page: Page) =>
  page.evaluate((selector) => {
    const looks = new WeakMap<Element, string>()
    const lookOf = (element: Element) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element)
      return [outlineStyle === 'none' ? '' : [outlineWidth, outlineColor].join(' '), boxShadow].join()
    }
    const noted = { looks, lookOf, selector }
    for (const element of document.querySelectorAll(selector)) looks.set(element, lookOf(element))
    Object.assign(window, { noted })
  }, reachable)

/** Presses Tab and says where that led. */
async function nextStop(page: Page): Promise<Stop> {
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    type Noted = { looks: WeakMap<Element, string>; lookOf: (element: Element) => string; selector: string }
    const { looks, lookOf, selector } = (window as unknown as { noted: Noted }).noted
    const at = document.activeElement ?? document.body
    const { top, bottom } = at.getBoundingClientRect()
    return {
      index: [...document.querySelectorAll(selector)].indexOf(at),
      name: `${at.tagName.toLowerCase()} “${(at.getAttribute('name') ?? at.textContent ?? '').trim().slice(0, 40)}”`,
      isSummary: at.tagName === 'SUMMARY',
      isMarked: lookOf(at) !== looks.get(at),
      isInWindow: bottom > 0 && top < window.innerHeight,
      top: top + window.scrollY,
    }
  })
}

/** What can be reached now, in the order of the page; of the radio buttons of a group the one that Tab goes to. */
const allStops = (page: Page): Promise<number[]> =>
  page.evaluate((selector) => {
    const isOfGroup = (element: Element): element is HTMLInputElement =>
      element instanceof HTMLInputElement && element.type === 'radio'
    const all = [...document.querySelectorAll<HTMLElement>(selector)]
    const stops: number[] = []
    for (const [index, element] of all.entries()) {
      if (element.matches(':disabled') || !element.checkVisibility({ visibilityProperty: true })) continue
      if (isOfGroup(element)) {
        const group = all.filter(
          (other): other is HTMLInputElement =>
            isOfGroup(other) && other.name === element.name && other.form === element.form,
        )
        if ((group.find(({ checked }) => checked) ?? group[0]) !== element) continue
      }
      stops.push(index)
    }
    return stops
  }, reachable)

/**
 * Walks through the page with Tab alone, opening with Enter what is folded. Says what is wrong: a stop nobody sees, one that is out
 * of order or out of the window, one that is never reached, a place the keyboard does not leave again.
 */
export async function walks(page: Page, path: string): Promise<string[]> {
  await noteLooks(page)
  const wrong: string[] = []
  const visited: number[] = []
  let before: Stop | undefined
  let repeats = 0
  for (let presses = 0; ; presses++) {
    if (presses > 400)
      return [...wrong, `${path}: the keyboard does not come through; last at ${before?.name}`]
    const stop = await nextStop(page)
    if (stop.index === -1 || stop.index === visited[0]) break
    // A field for dates has a stop for each of its parts; at the end of the page a browser may stay where it is.
    repeats = stop.index === before?.index ? repeats + 1 : 0
    if (repeats > 10) break
    if (repeats > 0) continue
    if (!stop.isMarked) wrong.push(`${path}: nobody sees that the keyboard is at ${stop.name}`)
    if (!stop.isInWindow) wrong.push(`${path}: ${stop.name} is outside of the window`)
    if (before && stop.top < before.top - 60 && visited.length > 1)
      wrong.push(`${path}: from ${before.name} the keyboard goes up to ${stop.name}`)
    visited.push(stop.index)
    before = stop
    if (stop.isSummary && !(await isOpen(page))) await page.keyboard.press('Enter')
  }
  const expected = await allStops(page)
  if (visited.length === 0 || visited.join() !== expected.join())
    wrong.push(`${path}: Tab went to ${visited.join(' ')} of the stops ${expected.join(' ')}`)
  return wrong
}

const isOpen = (page: Page) => page.evaluate(() => document.activeElement?.closest('details')?.open === true)

/** Presses Tab until that is where the keyboard is, and it shows. */
export async function tabsTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const shown = await target.evaluate((element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      })
      expect(shown, `where the keyboard is shows: ${target}`).toBe(true)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard never reached ${target}.`)
}

/** Goes there and presses Enter. */
export async function enters(page: Page, target: Locator): Promise<void> {
  await tabsTo(page, target)
  await page.keyboard.press('Enter')
}

/** Goes there and types over what it holds. */
export async function types(page: Page, target: Locator, text: string): Promise<void> {
  await tabsTo(page, target)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}
