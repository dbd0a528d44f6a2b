import { describe, expect, it } from 'vitest'
import { saidAgain } from './said-again'

describe('saidAgain', () => {
  it('takes over facts, and writes numbers and instants as the language does', () => {
    expect(saidAgain('de', 'Attach at most 5 files.')).toBe('Hängen Sie höchstens 5 Dateien an.')
    expect(saidAgain('de', 'Shorten this to 60,000 characters. It has 60,001.')).toBe(
      'Bitte kürzen Sie dies auf 60.000 Zeichen. Es hat 60.001.',
    )
    expect(saidAgain('de', 'You can remind the team from 28 Nov 2026, 09:00 UTC on.')).toBe(
      'Ab 28.11.2026, 09:00 UTC können Sie das Team erinnern.',
    )
  })

  it('says instants in a zone, with UTC beside them', () => {
    const said = 'You can remind the team from 28 Nov 2026, 09:00 UTC on.'
    expect(saidAgain('en', said, 'Europe/Berlin')).toBe(
      'You can remind the team from Sat 28 Nov, 10:00 CET (28 Nov 2026, 09:00 UTC) on.',
    )
    expect(saidAgain('de', said, 'Europe/Berlin')).toBe(
      'Ab Sa., 28. Nov., 10:00 MEZ (28.11.2026, 09:00 UTC) können Sie das Team erinnern.',
    )
  })

  it('says the reasons after a message one by one', () => {
    expect(saidAgain('de', 'Confirmed.\nAdvisory announced.')).toBe(
      'Schwachstelle bestätigt.\nSicherheitshinweis bekannt gegeben.',
    )
  })

  it('says a reason inside a sentence too, and never reads a fact as a message', () => {
    expect(saidAgain('de', '“{a} <b>.pgp”: This file is empty.')).toBe('„{a} <b>.pgp“: Diese Datei ist leer.')
  })

  it.each(['Thanks, we look into it.', '', 'This is only a link.', '2.3.9 fixes 2.3.x, at last.'])(
    'leaves %s as it is',
    (said) => {
      expect(saidAgain('de', said)).toBe(said)
    },
  )

  it('leaves English alone', () => {
    expect(saidAgain('en', 'Attach at most 5 files.')).toBe('Attach at most 5 files.')
  })
})
