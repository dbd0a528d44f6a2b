import { choosableKinds } from '@/domain/notifications/choosable-kinds'
import { chooseNotifications } from '@/server/notifications/choices'
import { ownNotifications } from '@/server/notifications/own-notifications'
import { beforeEach, describe, expect, it } from 'vitest'
import { GET as keyRoute } from '@/app/(portal)/projects/[project]/keys/[file]/route'
import { dayMs, toInstant } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { publicProject } from '@/server/projects/public-project'
import { projectSecurityTxt } from '@/server/reports/security-txt'
import { advanceClock, setClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { instanceHistory } from '@/test/instance-history'
import { readMails } from '@/test/mails'
import { makeKeyPair } from '@/test/openpgp-key'
import { addProject, anyone, refusalOf, value } from '@/test/team'
import { encryptionSettings } from './encryption-settings'
import { publishKey, removeKey } from './publish-key'
import { sweepKeys } from './sweep-keys'

await testDatabase()
beforeEach(resetDatabase)

/** Expires on 31 December 2026. */
const expiring = { days: 729 }
const ask = (project: string, file: string, headers?: HeadersInit) =>
  keyRoute(new Request('http://localhost:3000/', { headers }), { params: Promise.resolve({ project, file }) })

async function addKeyedProject(lasts: { days?: number } = {}) {
  const project = await addProject()
  const pair = await makeKeyPair(undefined, lasts)
  const { fingerprint } = value(
    await publishKey(project.lead, { project: project.slug, key: pair.publicKey }),
  )
  return { ...project, ...pair, fingerprint }
}

describe('publishKey', () => {
  it('publishes a key at an address that ends in .asc, with its ETag, and records it', async () => {
    const { slug, id, fingerprint } = await addKeyedProject()
    const { keys } = value(await publicProject(anyone, { project: slug }))
    expect(keys).toEqual([
      {
        fingerprint,
        userIds: ['Marmotte security <security@marmotte.example.org>'],
        expiresAt: null,
        href: `/projects/${slug}/keys/${fingerprint}.asc`,
      },
    ])
    const answer = await ask(slug, `${fingerprint}.asc`)
    expect(answer.headers.get('content-type')).toBe('application/pgp-keys')
    expect(await answer.text()).toMatch(/^-----BEGIN PGP PUBLIC KEY BLOCK-----\n/)
    const again = await ask(slug, `${fingerprint}.asc`, { 'if-none-match': answer.headers.get('etag')! })
    expect(again.status).toBe(304)
    expect((await ask(slug, fingerprint)).status).toBe(404)
    expect((await instanceHistory()).at(-1)).toMatchObject({
      type: 'openpgp_key_added',
      data: { projectId: id, fingerprint },
    })
  })

  it('is for leads; for a stranger the project is not there', async () => {
    const { slug, handler, stranger } = await addProject()
    const { publicKey } = await makeKeyPair()
    expect(refusalOf(await publishKey(handler, { project: slug, key: publicKey }))).toBe('forbidden')
    expect(refusalOf(await publishKey(stranger, { project: slug, key: publicKey }))).toBe('not_found')
  })

  it.each([
    ['nothing', async () => ''],
    ['other words', async () => 'my key'],
    ['a private key', async () => (await makeKeyPair()).privateKey],
    ['an expired key', async () => (await makeKeyPair(undefined, { days: 100 })).publicKey],
    [
      'two keys',
      async () => (await makeKeyPair()).publicKey + (await makeKeyPair('Other <o@example.org>')).publicKey,
    ],
  ])('refuses %s, and says what to do', async (name, make) => {
    const { slug, lead } = await addProject()
    const answer = await publishKey(lead, { project: slug, key: await make() })
    const said = {
      nothing: 'Paste the key',
      'other words': 'no OpenPGP public key',
      'a private key': 'This is a private key. Nothing of it was kept.',
      'an expired key': 'This key expired on 2025-04-11. Extend it',
      'two keys': 'There are 2 keys in it',
    }[name]
    expect(answer.ok ? null : answer.refusal).toMatchObject({
      code: 'invalid',
      fields: { key: [expect.stringContaining(said ?? 'never')] },
    })
  })

  it('never offers an expired key: not in the portal, not in security.txt, not at its address', async () => {
    const { slug, lead, fingerprint } = await addKeyedProject(expiring)
    const encryption = `Encryption: http://localhost:3000/projects/${slug}/keys/${fingerprint}.asc`
    expect(value(await projectSecurityTxt(anyone, { project: slug })).text).toContain(encryption)
    setClock(toInstant('2026-12-31T00:00:00Z'))
    expect(value(await publicProject(anyone, { project: slug }))).toMatchObject({
      keys: [],
      encryptionAddresses: [],
    })
    expect(value(await projectSecurityTxt(anyone, { project: slug })).text).not.toContain('Encryption:')
    expect((await ask(slug, `${fingerprint}.asc`)).status).toBe(404)
    expect(value(await encryptionSettings(lead, { project: slug })).keys).toMatchObject([
      { standing: 'expired', warning: 0 },
    ])
  })

  it('takes the same key with another expiry in its own place, and a removed key out of the public', async () => {
    const { slug, lead, publicKey, fingerprint } = await addKeyedProject()
    value(await publishKey(lead, { project: slug, key: publicKey }))
    expect(value(await encryptionSettings(lead, { project: slug })).keys).toHaveLength(1)
    value(await removeKey(lead, { project: slug, fingerprint }))
    expect(value(await publicProject(anyone, { project: slug })).keys).toEqual([])
    expect(refusalOf(await removeKey(lead, { project: slug, fingerprint }))).toBe('refused')
  })
})

describe('sweepKeys', () => {
  it('warns the team 30, 7 and 1 days before a key expires and when it has, each once', async () => {
    const { handler } = await addKeyedProject(expiring)
    const sweep = async () => {
      value(await sweepKeys(jobActor('encryption.sweep'), {}))
      value(await sweepKeys(jobActor('encryption.sweep'), {}))
    }
    const told = async () => (await readMails()).map(({ subject }) => subject.replace(/.*Marmotte /, ''))
    await sweep()
    expect(await told()).toEqual([])
    setClock(toInstant('2026-12-02T00:00:00Z'))
    const expected: string[] = []
    for (const [days, words] of [
      [0, 'expires within 30 days'],
      [22, 'expires within 7 days'],
      [6, 'expires tomorrow'],
      [1, 'has expired'],
    ] as const) {
      advanceClock(days * dayMs)
      await sweep()
      expected.push(words)
      expect((await told()).toSorted()).toEqual([...expected, ...expected].toSorted())
    }
    const [mail] = await readMails()
    expect(mail?.body).toContain('/console/projects/marmotte/encryption')
    expect((await readMails()).filter(({ recipient }) => recipient.name === handler.name)).toHaveLength(4)
  })

  it('reaches nobody by mail who does not want it so, and stands in their notifications', async () => {
    const { handler, lead, slug } = await addKeyedProject(expiring)
    const mail = choosableKinds.filter((kind) => kind !== 'key_expires')
    value(await chooseNotifications(handler, { console: [...choosableKinds], mail }))
    setClock(toInstant('2026-12-24T00:00:00Z'))
    value(await sweepKeys(jobActor('encryption.sweep'), {}))
    value(await sweepKeys(jobActor('encryption.sweep'), {}))
    expect((await readMails()).map(({ recipient }) => recipient.name)).toEqual([lead.name])
    expect(value(await ownNotifications(handler, {})).rows).toMatchObject([
      { kind: 'key_expires', reference: null, path: `/console/projects/${slug}/encryption` },
    ])
  })
})
