import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { people, rateLimits, verificationTokens } from '@/db/schema'
import { ProblemError } from '@/server/kernel/problem'
import { vault } from '@/server/kernel/vault'
import { resetDatabase, testDatabase } from '@/test/database'
import { readMails } from '@/test/mails'
import { addPerson, anyone, refusalOf, value } from '@/test/team'
import { authenticate } from './authenticate'
import { browserName } from './browser-name'
import { clientAddress } from './client-address'
import { consolePath } from './console-path'
import { hashPassword, passwordMatches } from './password-hash'
import { sendSignInLink } from './send-sign-in-link'

const { db } = await testDatabase()
beforeEach(resetDatabase)

const password = 'four quiet green hills'

async function addAccount() {
  const { personId } = await addPerson('Paula')
  const [row] = await db
    .update(people)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(people.id, personId))
    .returning()
  return row!
}

const outcome = (attempt: Promise<unknown>) =>
  attempt.then(
    (person) => (person ? 'in' : 'out'),
    (error: unknown) => (error instanceof ProblemError ? error.problem.code : 'failed'),
  )

describe('authenticate', () => {
  it('knows the right password, and says no more than no otherwise', async () => {
    const { email, id } = await addAccount()
    expect(await authenticate({ address: email, password }, 'c')).toEqual({ id, name: 'Paula', email })
    expect(await authenticate({ address: email, password: `${password} ` }, 'c')).toBeNull()
    expect(await authenticate({ address: 'nobody@example.org', password }, 'c')).toBeNull()
  })

  it('lets nobody in without a password of their own', async () => {
    const { personId } = await addPerson('By mail only')
    const [row] = await db.select().from(people).where(eq(people.id, personId))
    expect(await authenticate({ address: row!.email, password: '' }, 'c')).toBeNull()
  })

  it('does the same work for an account that does not exist', async () => {
    const stored = await hashPassword(password)
    const spent = async (hash: string | null) => {
      const begun = process.cpuUsage()
      for (let n = 0; n < 8; n++) await passwordMatches(hash, 'wrong')
      const { user, system } = process.cpuUsage(begun)
      return user + system
    }
    await spent(null)
    const [known, unknown] = [await spent(stored), await spent(null)]
    expect(unknown / known).toBeGreaterThan(0.4)
    expect(unknown / known).toBeLessThan(2.5)
  })

  it('allows ten tries for an address, from wherever they come', async () => {
    const { email } = await addAccount()
    for (let n = 0; n < 10; n++)
      expect(await outcome(authenticate({ address: email, password: 'wrong' }, `c${n}`))).toBe('out')
    expect(await outcome(authenticate({ address: email.toUpperCase(), password }, 'c11'))).toBe('too_many')
    const other = await addAccount()
    expect(await outcome(authenticate({ address: other.email, password }, 'c1'))).toBe('in')
  })

  it('throttles an address without an account in the same way', async () => {
    const nobody = { address: 'nobody@example.org', password: 'wrong' }
    for (let n = 0; n < 10; n++) expect(await outcome(authenticate(nobody, `c${n}`))).toBe('out')
    expect(await outcome(authenticate(nobody, 'c11'))).toBe('too_many')
  })

  it('counts tries made at the same moment', async () => {
    const { email } = await addAccount()
    const tries = Array.from({ length: 14 }, () =>
      outcome(authenticate({ address: email, password: 'wrong' }, 'c')),
    )
    expect((await Promise.all(tries)).filter((one) => one === 'too_many')).toHaveLength(4)
  })

  it('forgets the count after the right password', async () => {
    const { email } = await addAccount()
    for (let round = 0; round < 3; round++) {
      for (let n = 0; n < 9; n++) await authenticate({ address: email, password: 'wrong' }, `c${n}`)
      expect(await outcome(authenticate({ address: email, password }, 'c'))).toBe('in')
    }
  })

  it('allows one client fifty tries, whichever addresses it names', async () => {
    const attempt = (n: number) =>
      outcome(authenticate({ address: `a${n}@example.org`, password: 'x' }, 'bot'))
    const first = await Promise.all(Array.from({ length: 50 }, (_, n) => attempt(n)))
    expect(new Set(first)).toEqual(new Set(['out']))
    expect(await attempt(50)).toBe('too_many')
  })

  it('keeps no address in the table of counts', async () => {
    await authenticate({ address: 'nobody@example.org', password: 'x' }, '192.0.2.7')
    const stored = JSON.stringify(await db.select().from(rateLimits))
    expect(stored).toContain('sign-in-address:')
    expect(stored).not.toContain('nobody')
    expect(stored).not.toContain('192.0.2.7')
  })
})

describe('sendSignInLink', () => {
  it('mails a link to an account, and stores its token as next-auth looks for it', async () => {
    const { email } = await addAccount()
    expect(value(await sendSignInLink(anyone, { address: email, to: '/console/cases/MAR-1' }))).toBeNull()
    const [mail] = await readMails()
    expect(mail?.recipient.address).toBe(email)
    const url = new URL(/http\S+/.exec(mail!.body)![0])
    expect(url.pathname).toBe('/sign-in/link')
    expect(url.searchParams.get('to')).toBe('/console/cases/MAR-1')
    const token = url.searchParams.get('token')!
    const hash = createHash('sha256')
      .update(`${token}${vault().deriveSecret('auth')}`)
      .digest('hex')
    expect(await db.select().from(verificationTokens)).toMatchObject([{ identifier: email, token: hash }])
  })

  it('answers the same for an address without an account, and writes nothing', async () => {
    expect(value(await sendSignInLink(anyone, { address: 'nobody@example.org' }))).toBeNull()
    expect(await readMails()).toEqual([])
    expect(await db.select().from(verificationTokens)).toEqual([])
    expect(refusalOf(await sendSignInLink(anyone, { address: 'no address' }))).toEqual(['invalid', 'address'])
  })
})

describe('consolePath', () => {
  it.each([
    ['/console', '/console'],
    ['/console/cases/MAR-1?tab=lines', '/console/cases/MAR-1?tab=lines'],
    ['/invitation', '/invitation'],
    ['//evil.example/console', '/console'],
    ['/\\evil.example/console', '/console'],
    ['https://evil.example/console', '/console'],
    ['/console/../../sign-in', '/console'],
    ['/consoles', '/console'],
    ['/\t/evil.example/console', '/console'],
    ['javascript:alert(1)', '/console'],
    ['', '/console'],
    [undefined, '/console'],
  ])('%j leads to %j', (wanted, expected) => {
    expect(consolePath(wanted)).toBe(expected)
  })
})

describe('clientAddress', () => {
  it.each([
    ['', 'unknown'],
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%j is %j', (socketAddress, expected) => {
    expect(clientAddress({ forwardedFor: null, socketAddress }, 0)).toBe(expected)
  })

  it.each([
    ['without a proxy nothing that was sent is believed', '203.0.113.9', 0, '192.0.2.1'],
    ['one proxy: what it appended', 'made-up, 198.51.100.2', 1, '198.51.100.2'],
    ['two proxies: what the outer one appended', 'made-up, 198.51.100.2, 10.0.0.1', 2, '198.51.100.2'],
    ['fewer entries than proxies: the request went past one', '198.51.100.2', 2, '192.0.2.1'],
    ['no header at all', null, 1, '192.0.2.1'],
  ])('%s', (_name, forwardedFor, proxies, expected) => {
    expect(clientAddress({ forwardedFor, socketAddress: '192.0.2.1' }, proxies)).toBe(expected)
  })
})

describe('browserName', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15',
      'Safari on macOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    ['curl/8.5.0', 'An unknown program'],
  ])('%s', (userAgent, expected) => {
    expect(browserName(userAgent)).toBe(expected)
  })
})
