import { createCleartextMessage, readPrivateKey, sign } from 'openpgp'
import { beforeEach, describe, expect, it } from 'vitest'
import { GET as deskRoute } from '@/app/.well-known/security.txt/route'
import { dayMs, toInstant } from '@/lib/instant'
import { jobActor } from '@/server/auth/job-actor'
import { changePolicy } from '@/server/policies/change-policy'
import { advanceClock, setClock } from '@/test/clock'
import { resetDatabase, testDatabase } from '@/test/database'
import { Gpg, hasGpg, unlessGpg } from '@/test/gpg'
import { readMails } from '@/test/mails'
import { makeKeyPair } from '@/test/openpgp-key'
import { addSampleProject } from '@/test/sample-case'
import { refusalOf, value } from '@/test/team'
import { encryptionSettings } from './encryption-settings'
import { publishKey, removeKey } from './publish-key'
import { signSecurityTxt, unsignSecurityTxt } from './sign-security-txt'
import { sweepKeys } from './sweep-keys'

await testDatabase()
beforeEach(resetDatabase)

const served = async () => (await deskRoute(new Request('http://localhost:3000/'))).text()
const isSigned = async () => (await served()).startsWith('-----BEGIN PGP SIGNED MESSAGE-----')
const sweep = async () => value(await sweepKeys(jobActor('encryption.sweep'), {}))

async function addKeyedProject() {
  const project = await addSampleProject()
  const pair = await makeKeyPair()
  const named = { project: project.slug }
  const { fingerprint } = value(await publishKey(project.lead, { ...named, key: pair.publicKey }))
  return { ...project, ...pair, fingerprint, named }
}
type Keyed = Awaited<ReturnType<typeof addKeyedProject>>

const signedBy = async (privateKey: string, text: string) =>
  sign({
    message: await createCleartextMessage({ text }),
    signingKeys: await readPrivateKey({ armoredKey: privateKey }),
    date: new Date('2026-11-20T08:00:00Z'),
  })
const settingsOf = async ({ lead, named }: Keyed) => value(await encryptionSettings(lead, named)).securityTxt

async function serveSigned(project: Keyed): Promise<void> {
  const signed = await signedBy(project.privateKey, (await settingsOf(project)).text)
  value(await signSecurityTxt(project.lead, { ...project.named, signed }))
}

describe('signSecurityTxt', () => {
  it('serves what a lead signed with a published key, at both addresses that the text names', async () => {
    const project = await addKeyedProject()
    expect(await isSigned()).toBe(false)
    await serveSigned(project)
    expect(await isSigned()).toBe(true)
    expect(await served()).toContain(`Canonical: http://localhost:3000/projects/${project.slug}/security.txt`)
    advanceClock(dayMs)
    expect(await isSigned()).toBe(true)
    expect(await sweep()).toMatchObject({ stale: 0 })
  })

  it('refuses a text that was changed, signed by another key, says something else, or is not signed', async () => {
    const project = await addKeyedProject()
    const { text } = await settingsOf(project)
    const said = async (signed: string) => {
      const answer = await signSecurityTxt(project.lead, { ...project.named, signed })
      return answer.ok
        ? 'accepted'
        : answer.refusal.code === 'invalid'
          ? answer.refusal.fields.signed?.[0]
          : answer.refusal.code
    }
    const signed = await signedBy(project.privateKey, text)
    expect(await said(signed.replace('Policy:', 'policy:'))).toContain('changed after signing')
    const other = await makeKeyPair('Other <other@example.org>')
    expect(await said(await signedBy(other.privateKey, text))).toContain('No published key')
    const more = `Contact: mailto:evil@example.org\n${text}`
    expect(await said(await signedBy(project.privateKey, more))).toContain(
      '“Contact: mailto:evil@example.org”',
    )
    const late = text.replace(/Expires: .*/, 'Expires: 2026-01-01T00:00:00Z')
    expect(await said(await signedBy(project.privateKey, late))).toContain('expired')
    expect(await said(text)).toContain('no clear-signed text')
    const byHandler = await signSecurityTxt(project.handler, { ...project.named, signed })
    expect(refusalOf(byHandler)).toBe('forbidden')
    expect(await isSigned()).toBe(false)
  })

  it('is served unsigned, and the team told once, when the policy says something else', async () => {
    const project = await addKeyedProject()
    await serveSigned(project)
    const channels = { mail: ['security@marmotte.example.org'], plainContact: null, encryptionKeyUrl: null }
    const terms = { ...project.terms, channels }
    value(await changePolicy(project.lead, { ...project.named, basedOn: 2, terms, introduction: '' }))
    expect(await isSigned()).toBe(false)
    expect((await settingsOf(project)).signed?.notServed).toContain('mailto:security@marmotte.example.org')
    await sweep()
    await sweep()
    const told = (await readMails()).filter(({ subject }) => subject.includes('security.txt'))
    expect(told.map(({ recipient }) => recipient.name).toSorted()).toEqual([
      'Handler of Marmotte',
      'Lead of Marmotte',
    ])
  })

  it('is served unsigned once it has expired, or its key is published no more', async () => {
    const project = await addKeyedProject()
    await serveSigned(project)
    value(await removeKey(project.lead, { ...project.named, fingerprint: project.fingerprint }))
    expect(await isSigned()).toBe(false)
    value(await publishKey(project.lead, { ...project.named, key: project.publicKey }))
    expect(await isSigned()).toBe(true)
    advanceClock(181 * dayMs)
    expect(await isSigned()).toBe(false)
    value(await unsignSecurityTxt(project.lead, project.named))
    expect(refusalOf(await unsignSecurityTxt(project.lead, project.named))).toBe('refused')
  })

  it.skipIf(!hasGpg)(`takes what gpg --clearsign makes${unlessGpg}`, async () => {
    const gpg = new Gpg()
    try {
      const project = await addSampleProject()
      const named = { project: project.slug }
      gpg.makeKey('rsa', 'team@example.org')
      value(await publishKey(project.lead, { ...named, key: gpg.publicKey('team@example.org') }))
      const { text } = value(await encryptionSettings(project.lead, named)).securityTxt
      // gpg signs at the time of this machine, the desk lives in November 2026.
      const signed = gpg.clearSign(text, 'team@example.org', '20261120T080000')
      value(await signSecurityTxt(project.lead, { ...named, signed }))
      expect(await isSigned()).toBe(true)
    } finally {
      gpg.close()
    }
  })

  it('is warned of 30, 7 and 1 days before the text expires by itself, each time once', async () => {
    const project = await addKeyedProject()
    const text = (await settingsOf(project)).text.replace(/Expires: .*/, 'Expires: 2027-02-01T09:00:00Z')
    const signed = await signedBy(project.privateKey, text)
    value(await signSecurityTxt(project.lead, { ...project.named, signed }))
    const told = async () =>
      (await readMails())
        .filter(({ recipient }) => recipient.name === project.lead.name)
        .map(({ subject }) => subject.replace('The signed security.txt of Marmotte ', ''))
    const expected: string[] = []
    for (const [at, words] of [
      ['2027-01-02T08:00:00Z', null],
      ['2027-01-02T10:00:00Z', 'expires within 30 days'],
      ['2027-01-26T09:00:00Z', 'expires within 7 days'],
      ['2027-01-31T10:00:00Z', 'expires tomorrow'],
      ['2027-02-01T10:00:00Z', 'is not served any more'],
    ] as const) {
      setClock(toInstant(at))
      await sweep()
      await sweep()
      if (words !== null) expected.push(words)
      expect((await told()).toSorted()).toEqual(expected.toSorted())
    }
  })
})
