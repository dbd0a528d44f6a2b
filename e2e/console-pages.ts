import type { DeskServer } from './desk'

/** Every page of the console, with each part and each panel of a case. */
export function consolePages(desk: DeskServer): string[] {
  const at = (story: string) => `/console/cases/${desk.story(story).reference}`
  const planned = at('archive')
  const fresh = at('session-cookie')
  return [
    '/console',
    '/console?view=overdue',
    '/console?q=archive+folder&view=all',
    '/console?q=okapi',
    '/console/views',
    ...['assign', 'tag', 'close'].map(
      (act) => `/console/change?act=${act}&case=${planned.split('/').at(-1)}`,
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
