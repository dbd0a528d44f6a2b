import { test as base, expect, type BrowserContext, type BrowserContextOptions } from '@playwright/test'
import type { Teammate } from '@/scripts/demo/team'
import { beginning } from './beginning'
import type { Clock } from './clock'
import { DeskServer } from './desk'
import type { DeskKind } from './desk-kind'
import type { Mailbox } from './mailbox'
import { Maintainer } from './maintainer'
import { Reporter } from './reporter'
import { watchPages } from './watch-pages'

interface WorkerFixtures {
  /** Which desk the tests of a file are at: `test.use({ deskKind: 'lively' })`. */
  deskKind: DeskKind
  desk: DeskServer
  /** What a browser of each teammate holds once they have signed in. */
  signedIn: Map<Teammate, Awaited<ReturnType<BrowserContext['storageState']>>>
}

interface TestFixtures {
  clock: Clock
  mails: Mailbox
  /** What went wrong on any page of this test; it fails when there is anything. */
  troubles: string[]
  /** A desk of this test's own, stopped after the browsers are closed: one that lost its desk would be a trouble. */
  newDesk: typeof DeskServer.start
  /** A browser of its own for somebody, watched like all others. */
  newBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** Somebody with a fresh browser who has found something. */
  newReporter: (options?: BrowserContextOptions) => Promise<Reporter>
  reporter: Reporter
  /** Somebody of the team, signed in, in a browser of their own. */
  maintainer: (who: Teammate, options?: BrowserContextOptions) => Promise<Maintainer>
}

let clients = 0
const nextClient = () => {
  clients++
  return `10.${clients >> 16}.${(clients >> 8) & 255}.${clients & 255}`
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  deskKind: ['bare', { scope: 'worker', option: true }],
  desk: [
    async ({ deskKind }, give) => {
      const desk = await DeskServer.start(deskKind)
      await give(desk)
      await desk.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  signedIn: [async ({}, give) => give(new Map()), { scope: 'worker' }],
  baseURL: async ({ desk }, give) => give(desk.url),
  // Each test is a client of its own, so that what one client may do in an hour is not shared by all tests of a desk.
  extraHTTPHeaders: async ({}, give) => give({ 'x-forwarded-for': nextClient() }),
  clock: [
    async ({ desk }, give, info) => {
      desk.clock.set(beginning)
      const saidBefore = desk.said().length
      await give(desk.clock)
      if (info.status !== info.expectedStatus)
        await info.attach('what the desk said', {
          body: desk.said().slice(saidBefore),
          contentType: 'text/plain',
        })
    },
    { auto: true },
  ],
  mails: async ({ desk }, give) => give(desk.mails),
  troubles: async ({}, give) => {
    const troubles: string[] = []
    await give(troubles)
    expect(troubles).toEqual([])
  },
  context: async ({ context, troubles }, give) => {
    watchPages(context, troubles)
    await give(context)
  },
  // Before any browser is opened, and so ended after them.
  newDesk: [
    async ({}, give) => {
      const started: DeskServer[] = []
      await give(async (...how) => {
        const desk = await DeskServer.start(...how)
        started.push(desk)
        return desk
      })
      await Promise.all(started.map((desk) => desk.stop()))
    },
    { auto: true },
  ],
  newBrowser: async (
    {
      browser,
      contextOptions,
      baseURL,
      extraHTTPHeaders,
      locale,
      timezoneId,
      viewport,
      hasTouch,
      isMobile,
      troubles,
    },
    give,
  ) => {
    const opened: BrowserContext[] = []
    const own = {
      ...contextOptions,
      baseURL,
      extraHTTPHeaders,
      locale,
      timezoneId,
      viewport,
      hasTouch,
      isMobile,
    }
    await give(async (options) => {
      const context = await browser.newContext({ ...own, ...options })
      watchPages(context, troubles)
      opened.push(context)
      return context
    })
    await Promise.all(opened.map((context) => context.close()))
  },
  newReporter: async ({ newBrowser, desk }, give) =>
    give(async (options) => new Reporter(await (await newBrowser(options)).newPage(), desk)),
  reporter: async ({ newReporter }, give) => give(await newReporter()),
  maintainer: async ({ newBrowser, desk, signedIn }, give) =>
    give(async (who, options) => {
      const storageState = signedIn.get(who)
      const context = await newBrowser({ ...options, ...(storageState ? { storageState } : {}) })
      const maintainer = new Maintainer(await context.newPage(), desk, who)
      if (!storageState) {
        await maintainer.signsIn()
        signedIn.set(who, await context.storageState())
      }
      return maintainer
    }),
})

export { expect }
