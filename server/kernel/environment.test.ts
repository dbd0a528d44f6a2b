import { describe, expect, it } from 'vitest'
import { EnvironmentInvalid, environmentVariables, isLoopback, readEnvironment } from './environment'

describe('the environment', () => {
  it('needs nothing: every variable has a default or may be absent', () => {
    expect(readEnvironment({})).toEqual({
      DATA_FOLDER: './data',
      MASTER_KEY_FILE: './keys/master.key',
      BASE_URL: 'http://localhost:3000',
      HOST: 'localhost',
      PORT: 3000,
      IMAP_PLUS_ADDRESSES: true,
      TRUSTED_PROXIES: 0,
      LOG_LEVEL: 'info',
      BENCH_FLOOR: false,
    })
  })

  it('takes what it is given, and an empty variable as absent', () => {
    const found = readEnvironment({
      DATABASE_URL: 'postgres://desk:secret@db.example.org/desk',
      BASE_URL: 'https://desk.example.org/',
      HOST: '0.0.0.0',
      PORT: '8080',
      SMTP_URL: 'smtps://mail.example.org',
      MAIL_FROM: 'Security team <security@example.org>',
      LOG_LEVEL: '',
      BENCH_FLOOR: '1',
      UNRELATED: 'ignored',
    })
    expect(found).toMatchObject({
      BASE_URL: 'https://desk.example.org',
      PORT: 8080,
      LOG_LEVEL: 'info',
      BENCH_FLOOR: true,
    })
    expect(found).not.toHaveProperty('UNRELATED')
  })

  it('names its own port in the base URL', () => {
    expect(readEnvironment({ PORT: '4000' }).BASE_URL).toBe('http://localhost:4000')
  })

  it.each([
    [
      { DATABASE_URL: 'mysql://db' },
      'The variable DATABASE_URL must be a URL that begins with postgres:// or postgresql://.',
    ],
    [{ PORT: 'http' }, 'The variable PORT must be a port number.'],
    [{ PORT: '70000' }, 'The variable PORT must be a port number from 1 to 65535.'],
    [
      { BASE_URL: 'desk.example.org' },
      'The variable BASE_URL must be a URL that begins with http:// or https://.',
    ],
    [
      { BASE_URL: 'https://example.org/desk' },
      'The variable BASE_URL must be an origin without a path, such as https://desk.example.org.',
    ],
    [
      { TRUSTED_PROXIES: 'all' },
      'The variable TRUSTED_PROXIES must be a whole number, 0 when no proxy stands in front.',
    ],
    [{ TRUSTED_PROXIES: '11' }, 'The variable TRUSTED_PROXIES must be a number from 0 to 10.'],
    [{ LOG_LEVEL: 'loud' }, 'The variable LOG_LEVEL must be debug, info, warn or error.'],
    [{ BENCH_FLOOR: 'perhaps' }, 'The variable BENCH_FLOOR must be 1 or 0.'],
    [{ MAIL_FROM: 'nobody' }, 'The variable MAIL_FROM must be an address, alone or as Name <address>.'],
    [{ SMTP_URL: 'smtp://mail.example.org' }, 'The variable MAIL_FROM must be set when SMTP_URL is.'],
    [
      { IMAP_URL: 'pop3://user:secret@mail.example.org' },
      'The variable IMAP_URL must be a URL that begins with imap:// or imaps://.',
    ],
    [
      { IMAP_URL: 'imaps://mail.example.org' },
      'The variable IMAP_URL must name user and password, such as imaps://user:password@host/INBOX.',
    ],
    [
      { IMAP_URL: 'imaps://user:100%@mail.example.org' },
      'The variable IMAP_URL must write a % of its user, password or folder as %25.',
    ],
    [
      { DATA_FOLDER: './data', MASTER_KEY_FILE: './data/master.key' },
      'The variable MASTER_KEY_FILE must not be inside DATA_FOLDER, or whoever copies the data has the key to it.',
    ],
  ])('refuses %o in one sentence', (env, sentence) => {
    expect(() => readEnvironment(env)).toThrow(new EnvironmentInvalid(sentence))
  })

  it.each([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { BASE_URL: 'https://desk.example.org' },
    { HOST: 'localhost.example.org' },
  ])('refuses a clock that can be moved where others can reach it: %o', (env) => {
    expect(() => readEnvironment({ ...env, TEST_CLOCK_FILE: './clock' })).toThrow(
      'The variable TEST_CLOCK_FILE is for tests, and refused unless HOST and BASE_URL are localhost.',
    )
  })

  it.each(['localhost', '127.0.0.1', '::1', '[::1]'])('allows that clock on %s', (host) => {
    expect(readEnvironment({ HOST: host, TEST_CLOCK_FILE: './clock' }).TEST_CLOCK_FILE).toBe('./clock')
    expect(isLoopback(host)).toBe(true)
  })

  it('never repeats a value in its complaint', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'secret-password' })).toThrow(/^((?!secret-password).)*$/)
  })

  it('says of every variable what it is for', () => {
    expect(environmentVariables.filter(({ description }) => !/^[A-Z1].*[.]$/.test(description))).toEqual([])
  })
})
