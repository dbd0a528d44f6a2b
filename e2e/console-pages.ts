import type { Page } from '@playwright/test'
import type { DeskServer } from './desk'

/** Lists; what they list stands below them. */
const lists = [
  '/console/alerts',
  '/console/requests',
  '/console/incoming',
  '/console/people',
  '/console/projects/pedro/assessments',
]

/** Every page of the console; of a lively desk, for an owner who is signed in there. */
export const consolePages = async (page: Page, desk: DeskServer): Promise<string[]> => [
  ...(await pagesBesideCases(page, desk)),
  ...casePages(desk),
]

/** Every page of the console that is not about one case. */
export async function pagesBesideCases(page: Page, desk: DeskServer): Promise<string[]> {
  const listed: string[] = []
  for (const list of lists) {
    await page.goto(list)
    const first = page.locator(`main a[href^="${list}/"]`).first()
    listed.push((await first.getAttribute('href', { timeout: 5_000 })) ?? '')
  }
  return [...pagesByName(desk), ...listed]
}

/** Those whose address is the same on every desk. */
export function pagesByName(desk: DeskServer): string[] {
  return [
    '/console',
    '/console?view=overdue',
    '/console?q=archive+folder&view=all',
    '/console?q=okapi',
    '/console/views',
    ...['assign', 'tag', 'close'].map(
      (act) => `/console/change?act=${act}&case=${desk.story('archive').reference}`,
    ),
    '/console/notifications',
    '/console/alerts',
    '/console/numbers',
    '/console/requests',
    '/console/weaknesses?q=sql',
    '/console/calendar',
    '/console/projects',
    '/console/projects/new',
    '/console/projects/marmotte',
    '/console/projects/marmotte/lines',
    '/console/projects/marmotte/encryption',
    '/console/projects/marmotte/team',
    '/console/projects/marmotte/mail',
    '/console/projects/marmotte/about',
    '/console/projects/marmotte/intake',
    '/console/projects/marmotte/connections',
    '/console/projects/pedro/assessments',
    '/console/projects/marmotte/import',
    '/console/people',
    '/console/incoming',
    '/console/outbox',
    '/console/jobs',
    '/console/account',
    '/console/no-such-page',
  ]
}

/** A case with each of its parts and panels, and others that stand elsewhere on their way. */
export function casePages(desk: DeskServer): string[] {
  const at = (story: string) => `/console/cases/${desk.story(story).reference}`
  const planned = at('archive')
  const fresh = at('session-cookie')
  return [
    ...['', '?section=lines&form=bulk', '?section=severity', '?section=audit'].map((part) => fresh + part),
    ...['?section=advisory&form=credit', '?section=events', '?write=note', '/preview'].map(
      (part) => planned + part,
    ),
    ...[
      'assign',
      'tags',
      'close',
      'restrict',
      'people',
      'embargo',
      'override',
      'title',
      'split',
      'link',
      'upstream',
      'move',
    ].map((panel) => `${planned}?panel=${panel}`),
    ...['confirm', 'silence'].map((panel) => `${fresh}?panel=${panel}`),
    at('reset-link'),
    at('preview'),
  ]
}
