import fs from 'node:fs'
import type { Page } from '@playwright/test'
import { Gpg, hasGpg, unlessGpg } from '@/test/gpg'
import { makeKeyPair } from '@/test/openpgp-key'
import { createMessage, encrypt, readKey } from 'openpgp'
import { expect, test } from './fixtures'
import type { Maintainer } from './maintainer'

const address = 'finder@example.test'
const secret = 'The archive is unpacked with links followed, so that a file lands anywhere.'

/** A lead publishes a key in the settings of their project. */
async function publishes({ page }: Maintainer, project: string, publicKey: string): Promise<void> {
  await page.goto(`/console/projects/${project}/encryption`)
  const form = page.locator('form#publish-key')
  await form.getByRole('textbox', { name: /^Public key/ }).fill(publicKey)
  await form.getByRole('button', { name: 'Publish this key' }).click()
  await expect(form.getByRole('status')).toContainText('Published:')
}

/** Everything this page sends from now on: what scripts hand to the network, files opened, and what goes out otherwise. */
async function watchSent(page: Page): Promise<() => Promise<string>> {
  const sent: string[] = []
  page.on('request', (request) =>
    sent.push(`${request.url()} ${request.postDataBuffer()?.toString('latin1') ?? ''}`),
  )
  await page.evaluate(() => {
    const bodies: Promise<string>[] = []
    Object.assign(window, { sentBodies: bodies })
    const send = XMLHttpRequest.prototype.send
    XMLHttpRequest.prototype.send = function (body) {
      if (body instanceof FormData)
        for (const [name, value] of body)
          bodies.push(
            typeof value === 'string'
              ? Promise.resolve(`${name}=${value}`)
              : value.text().then((text) => `${name}=${value.name}=${text}`),
          )
      send.call(this, body)
    }
  })
  return async () => {
    const bodies = await page.evaluate(() =>
      Promise.all((window as unknown as { sentBodies: Promise<string>[] }).sentBodies),
    )
    return [...sent, ...bodies].join('\n')
  }
}

async function decrypts({ page }: Maintainer, privateKey: string, passphrase = ''): Promise<void> {
  await page.getByRole('button', { name: 'Decrypt here with a private key' }).first().click()
  await page.getByLabel('Or pasted').fill(privateKey)
  if (passphrase) await page.getByLabel('Passphrase (optional)').fill(passphrase)
  await page.getByRole('button', { name: 'Decrypt with this key' }).click()
}

test('a reporter encrypts text and files in the browser, and the handler decrypts them in theirs', async ({
  reporter,
  maintainer,
}) => {
  const pair = await makeKeyPair(undefined, { passphrase: 'correct horse' })
  const mei = await maintainer('mei')
  await publishes(mei, 'mantoso', pair.publicKey)

  const { page } = reporter
  await reporter.opensForm('Mantoso')
  const sent = await watchSent(page)
  await reporter.fillsIn({
    title: 'Unpacking follows links',
    description: secret,
    steps: 'Unpack it.',
    address,
  })
  await page.getByLabel(/^Files/).setInputFiles({
    name: 'exploit.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('links inside the archive'),
  })
  await page.getByText('Encrypt it for the team').click()
  await page.getByRole('checkbox', { name: 'Encrypt it here, in this browser' }).check()
  await reporter.sends()
  const { reference } = await reporter.receives()
  const all = await sent()
  expect(all).toContain('description=-----BEGIN PGP MESSAGE')
  expect(all).toContain('attachments=file-1.pgp=')
  for (const clear of [
    'Unpacking follows links',
    'links followed',
    'Unpack it.',
    'exploit.txt',
    'links inside',
  ])
    expect(all).not.toContain(clear)

  await mei.opensCase(reference)
  const sentByHandler = await watchSent(mei.page)
  await expect(mei.page.getByRole('heading', { name: 'Encrypted report' }).first()).toBeVisible()
  await decrypts(mei, pair.privateKey, 'wrong')
  await expect(mei.page.getByText('The passphrase does not open this key.')).toBeVisible()
  await mei.page.getByLabel('Passphrase (optional)').fill('correct horse')
  await mei.page.getByRole('button', { name: 'Decrypt with this key' }).click()
  const opened = mei.page.getByRole('region', { name: 'Decrypted' })
  await expect(opened).toContainText(secret)
  await expect(opened).toContainText('Unpacking follows links')
  await expect(opened).toContainText('file-1.pgp: exploit.txt')
  await expect(mei.page.getByText('content: application/pgp-encrypted')).toBeVisible()
  const download = mei.page.waitForEvent('download')
  await mei.page.getByRole('button', { name: 'Decrypt and save file-1.pgp' }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('exploit.txt')
  expect(fs.readFileSync(await file.path(), 'utf8')).toBe('links inside the archive')
  expect(await sentByHandler()).not.toMatch(/PRIVATE KEY|correct horse|links followed/)

  await opened.getByRole('button', { name: 'Forget the key and the text' }).click()
  await expect(opened).toBeHidden()
  await expect(mei.page.getByRole('button', { name: 'Decrypt here with a private key' })).toBeVisible()
})

test(`without scripts a reporter pastes a message that gpg made, and the handler reads it${unlessGpg}`, async ({
  newReporter,
  maintainer,
}) => {
  test.skip(!hasGpg, 'There is no gpg on this machine.')
  const gpg = new Gpg()
  try {
    const fingerprint = gpg.makeKey('rsa', 'security@pedro.example.org')
    const jonas = await maintainer('jonas')
    await publishes(jonas, 'pedro', gpg.publicKey('security@pedro.example.org'))

    const reporter = await newReporter({ javaScriptEnabled: false })
    const { page } = reporter
    const own = new Gpg()
    const answer = await page.request.get(`/projects/pedro/keys/${fingerprint}.asc`)
    expect(answer.headers()['content-type']).toBe('application/pgp-keys')
    own.import(await answer.text())
    const message = own.encrypt(secret, fingerprint).toString()
    own.close()

    await reporter.opensForm('Pedro')
    const description = page.getByRole('textbox', { name: /^Description/ })
    await description.fill(message)
    await reporter.sends()
    await expect(reporter.refusal()).toContainText('Leave an address that is not encrypted')
    expect((await description.inputValue()).trim()).toBe(message.trim())
    await page.getByRole('textbox', { name: /^Mail address/ }).fill(address)
    await reporter.sends()
    const { reference } = await reporter.receives()

    await jonas.opensCase(reference)
    await decrypts(jonas, gpg.privateKey('security@pedro.example.org'))
    await expect(jonas.page.getByRole('region', { name: 'Decrypted' })).toContainText(secret)
  } finally {
    gpg.close()
  }
})

test('what nobody can decrypt is asked for again, and sent again', async ({
  reporter,
  maintainer,
  mails,
}) => {
  const { publicKey } = await makeKeyPair('Somebody else <else@example.org>')
  const message = await encrypt({
    message: await createMessage({ text: secret }),
    encryptionKeys: await readKey({ armoredKey: publicKey }),
  })
  const { reference } = await reporter.reportsVulnerability({
    project: 'Marmotte',
    title: 'For another key',
    description: message,
    address,
  })
  const tomas = await maintainer('tomas')
  await tomas.opensCase(reference)
  await expect(tomas.page.getByText('To an unknown key')).toBeVisible()
  await tomas.page.getByRole('button', { name: 'Could not decrypt: ask for it again' }).click()
  await expect(tomas.page.getByText('The reporter is asked to send it again').first()).toBeVisible()
  const mail = await mails.wait(address, /could not decrypt what you sent/)
  expect(mail.text).not.toContain('For another key')

  await reporter.looksAgain()
  const again = reporter.page.getByRole('link', { name: 'Please send it again below' })
  await expect(again).toBeVisible()
  await reporter.page.getByRole('textbox', { name: 'Send it again' }).fill(secret)
  await reporter.page.getByRole('button', { name: 'Send to the team' }).click()
  await expect(reporter.page.getByRole('listitem').filter({ hasText: secret })).toBeVisible()
  await expect(again).toBeHidden()
  await expect(tomas.page.getByRole('article').filter({ hasText: secret })).toBeVisible()
})

test('files are dropped, listed and removed, the limits are said beforehand, and they arrive', async ({
  reporter,
}) => {
  const { page } = reporter
  await reporter.opensForm('Dynamoose')
  await reporter.fillsIn({ title: 'With files' })
  await expect(page.getByText('At most 5 files of 2 MB each.')).toBeVisible()
  const area = page.getByText('Or drop files here.')
  await expect(area).toBeVisible()
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['one'], 'one.txt'))
    transfer.items.add(new File(['two'], 'two.txt'))
    return transfer
  })
  await area.dispatchEvent('drop', { dataTransfer: dropped })
  await page
    .getByLabel(/^Files/)
    .first()
    .setInputFiles({
      name: 'large.bin',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(2 * 1024 * 1024 + 1),
    })
  const list = page.getByRole('list', { name: 'Files to send' })
  await expect(list.getByRole('listitem')).toHaveCount(3)
  await expect(list).toContainText('Too large')
  await page.getByRole('button', { name: 'Remove large.bin' }).click()
  await page.getByRole('button', { name: 'Remove one.txt' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await reporter.sends()
  await reporter.receives()
  await page.getByRole('link', { name: 'Go to my report' }).click()
  const link = page.getByRole('link', { name: 'two.txt' })
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.headers()).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': "attachment; filename*=UTF-8''two.txt",
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  await expect(page.getByRole('link', { name: 'one.txt' })).toHaveCount(0)
})

test('what encrypts is loaded only when it is chosen', async ({ reporter, maintainer }) => {
  const { publicKey } = await makeKeyPair('Keyed <keyed@example.org>')
  await publishes(await maintainer('nadia'), 'art-of-tech', publicKey)
  const { page } = reporter
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text())
  })
  const loadsOpenPgp = async () =>
    (await Promise.all(scripts)).some((text) => text.includes('PGP SIGNED MESSAGE'))
  await page.goto('/projects/art-of-tech/report')
  await page.getByText('Encrypt it for the team').click()
  await page.getByRole('checkbox', { name: 'Encrypt it here, in this browser' }).check()
  await expect(page.getByText('Or drop files here.')).toBeVisible()
  expect(await loadsOpenPgp()).toBe(false)
  await reporter.sends()
  await expect.poll(loadsOpenPgp).toBe(true)
  await expect(reporter.refusal()).toContainText('this is what gets encrypted')
})
