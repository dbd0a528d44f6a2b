import { readdirSync, readFileSync } from 'node:fs'

/** Pages in English alone: `isTranslated` in domain/languages/asked-language.ts names their addresses. */
const pagesInEnglish =
  /^app\/\(portal\)\/(?:(?:request|my-reports|new-receipt|no-mail|report\/draft)\/|projects\/\[project\]\/(?:ask-before-testing|suggest-policy-change|request-backport|acknowledgements)\/)/

/** Parts whose words are not in the catalogue yet. A new part never belongs here. */
const partsInEnglish = [
  'answer-date-form',
  'checked-note',
  'checking-note',
  'comment-draft-form',
  'more-terms-form',
  'news-form',
  'own-dates',
  'pause-notice',
  'propose-date-form',
  'verify-fix-form',
  'withdraw-form',
]
  .map((name) => `components/reports/${name}.tsx`)
  .concat('components/portal/statistics.tsx')

const folders = ['app/(portal)', 'components/portal', 'components/reports']
const files = [
  'app/layout.tsx',
  'app/not-found.tsx',
  'app/error.tsx',
  'components/shell/portal-shell.tsx',
  'components/shell/language-switch.tsx',
  'components/shell/status-page.tsx',
  'components/shell/theme-switch.tsx',
  'components/advisories/advisory-document.tsx',
  'components/advisories/advisory-facts.tsx',
  'components/advisories/advisory-history.tsx',
  'components/advisories/advisory-list.tsx',
  'components/advisories/affected-table.tsx',
  'components/advisories/interim-page.tsx',
  'components/encryption/armored-text.tsx',
  'components/encryption/encrypt-choice.tsx',
  'components/encryption/encrypt-here.tsx',
  'components/encryption/key-names.tsx',
  'components/encryption/own-key-form.tsx',
]

/** The components and pages the portal is made of, with their source. */
export const portalFiles = (): Array<{ path: string; source: string }> =>
  [
    ...folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.tsx'))
        .map((name) => `${folder}/${name}`),
    ),
    ...files,
  ]
    .filter((path) => !pagesInEnglish.test(path) && !partsInEnglish.includes(path))
    .map((path) => ({ path, source: readFileSync(path, 'utf8') }))
