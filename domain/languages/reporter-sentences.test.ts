import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { saidSentences } from '@/test/said-sentences'
import { languageCodes } from './languages'
import { saidAgain } from './said-again'

/** Where what is said to reporters and askers stands: whole folders, and files of which they read every sentence. */
const places = [
  'domain/reports',
  'domain/requests',
  'domain/backports/backport-request.ts',
  'domain/embargo/counter-proposal.ts',
  'domain/people/mail-address.ts',
  'lib/text.ts',
  'lib/version-seen.ts',
  'server/encryption/attached-message.ts',
  'server/encryption/read-message.ts',
  'server/encryption/read-public-key.ts',
  'server/kernel/problem.ts',
  'server/cases/ask-to-resend.ts',
  'server/cases/settle-proposal.ts',
  'server/cases/tell-handler-change.ts',
  'server/reporters',
  'server/reports',
  'server/requests',
]

/** What stands there and is read by the team alone. */
const forTheTeam = new Set([
  'domain/requests/answer-request.ts',
  'server/reports/add-terms.ts',
  'server/reports/security-txt.ts',
  'server/requests/answer-request.ts',
  'server/requests/decide-backport.ts',
  'server/requests/request-view.ts',
])

const saidToTheTeam = new Set([
  'The request is {} already. Reload to see the answer.',
  'The request does not show what the newer version breaks. Ask for it, or decline.',
  'Mark {} affected first.',
  'Say why. Whoever asked will read it.',
  'This case has no such report. Load the page again.',
])
/** Half of two sentences, which stand whole in the catalogue. */
const halves = new Set(['Export it with gpg --armor --export, followed by your address.'])

const files = places
  .flatMap((place) =>
    place.endsWith('.ts')
      ? [place]
      : readdirSync(place, { recursive: true, encoding: 'utf8' }).map((name) => `${place}/${name}`),
  )
  .filter((path) => /(?<!\.test)\.ts$/.test(path) && !forTheTeam.has(path))

it.each(languageCodes.filter((code) => code !== 'en'))(
  'every sentence that rules and commands say to reporters is in the catalogue of %s',
  (code) => {
    const sentences = files
      .flatMap((path) => saidSentences(path, readFileSync(path, 'utf8')))
      .filter((said) => !saidToTheTeam.has(said) && !halves.has(said))
    expect(sentences.length).toBeGreaterThan(80)
    const english = sentences.map((said) => said.replaceAll('{}', '7'))
    expect(english.filter((said) => saidAgain(code, said) === said)).toEqual([])
  },
)
