import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test'

/** What a mouse, a finger or a pen does to a page; a click that a key makes has no detail. */
const pointerEvents = ['pointerdown', 'mousedown', 'mouseup', 'mousemove', 'wheel', 'touchstart', 'dblclick']

/** Collects what a pointer does on any page of the browser, from now on. */
export async function watchPointers(context: BrowserContext): Promise<string[]> {
  const seen: string[] = []
  await context.exposeBinding('tellPointer', ({ page }, what: string) => seen.push(`${page.url()}: ${what}`))
  await context.addInitScript((names) => {
    const tell = (what: string) =>
      void (window as unknown as { tellPointer(what: string): void }).tellPointer(what)
    for (const name of names)
      window.addEventListener(name, () => tell(name), { capture: true, passive: true })
    window.addEventListener('click', ({ detail }) => detail > 0 && tell('click'), { capture: true })
  }, pointerEvents)
  return seen
}

/** Somebody who has a keyboard alone: counts what they press, and never lets where they are go out of sight. */
export class Keyboard {
  private presses = 0

  constructor(readonly page: Page) {}

  /** Presses a key so many times. */
  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time++) {
      this.presses++
      await this.page.keyboard.press(key)
    }
  }

  /** Types a text into where one is; its letters are no presses. */
  async types(text: string): Promise<void> {
    await this.isOn(this.page.locator('input:focus, textarea:focus, select:focus'))
    await this.page.keyboard.type(text)
  }

  /** Waits until the keyboard is there, and it shows. */
  async isOn(target: Locator): Promise<void> {
    await expect(target).toBeFocused()
    await expect.poll(() => this.whatIsHidden(), `where the keyboard is shows: ${target}`).toBeNull()
  }

  /** Presses Tab until the keyboard is there, at most so many times, and sees it at every stop. */
  async tabsTo(target: Locator, atMost = 12): Promise<void> {
    await expect(target).toBeVisible()
    for (let stops = 0; stops <= atMost; stops++) {
      if (await target.evaluate((element) => element === document.activeElement)) return this.isOn(target)
      await this.press('Tab')
      expect(await this.whatIsHidden()).toBeNull()
    }
    throw new Error(`${target} is more than ${atMost} stops away.`)
  }

  /** Does a part of the work with at most so many presses. */
  async takes(atMost: number, what: string, work: () => Promise<void>): Promise<void> {
    const before = this.presses
    await work()
    const pressed = this.presses - before
    process.stdout.write(`${String(pressed).padStart(3)} of at most ${atMost} keys: ${what}\n`)
    expect(pressed, what).toBeLessThanOrEqual(atMost)
  }

  /** Why one cannot see where the keyboard is; null: one can. */
  private whatIsHidden(): Promise<string | null> {
    return this.page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return 'nothing has the focus'
      const name = element.outerHTML.slice(0, 120)
      const box = element.getBoundingClientRect()
      const isInSight =
        box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
      if (!isInSight) return `out of sight: ${name}`
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const hasRing = outlineStyle !== 'none' && outlineWidth !== '0px'
      return hasRing ? null : `without a ring: ${name}`
    })
  }
}
