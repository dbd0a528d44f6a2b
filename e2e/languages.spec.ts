import { expect, test } from './fixtures'

const german = { locale: 'de-AT', javaScriptEnabled: false }

test('a German browser reads the portal and reports without scripts in German, and so are the mails @phone', async ({
  newReporter,
  mails,
}) => {
  const { page } = await newReporter(german)
  const answer = await page.goto('/')
  expect(answer?.headers()['content-language']).toBe('de')
  expect(answer?.headers()['cache-control']).toContain('no-store')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await page.getByRole('link', { name: 'Mantoso', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Worauf Sie sich verlassen können' })).toBeVisible()
  await expect(page.getByText('bestätigt den Eingang Ihrer Meldung innerhalb von 24 Stunden')).toBeVisible()
  await page.getByRole('link', { name: 'Eine Schwachstelle melden', exact: true }).click()
  const box = (name: RegExp) => page.getByRole('textbox', { name })
  await box(/^Titel/).fill('Der Export liefert fremde Dateien aus')
  await box(/^Beschreibung/).fill('Siehe https://gist.example.org/2')
  await box(/^Auswirkung/).fill('Wer die Anfrage stellt, liest Dateien des Servers.')
  await box(/^E-Mail-Adresse/).fill('falter@example.test')
  await page.getByRole('button', { name: 'Meldung senden' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Das ist nur ein Link.')
  await expect(box(/^Titel/)).toHaveValue('Der Export liefert fremde Dateien aus')
  await box(/^Beschreibung/).fill(
    'Der Pfad im Namen der Exportdatei wird nicht geprüft, deshalb lassen sich beliebige Dateien abrufen.',
  )
  await page.getByRole('button', { name: 'Meldung senden' }).click()
  await expect(page.getByRole('heading', { name: 'Ihre Meldung ist angekommen' })).toBeVisible()
  await expect(page.getByText(/fällig in (?:23|24) Std\./)).toBeVisible()
  await page.getByRole('link', { name: 'Zu meiner Meldung' }).click()
  await expect(page.getByRole('heading', { name: 'Der Export liefert fremde Dateien aus' })).toBeVisible()
  await expect(page.getByText('Ein Maintainer bestätigt den Eingang')).toBeVisible()
  await box(/^Dem Team schreiben/).fill('Betroffen ist jede Version.')
  await page.getByRole('button', { name: 'An das Team senden' }).click()
  await expect(page.getByText('Betroffen ist jede Version.')).toBeVisible()
  const told = await mails.wait('falter@example.test', /Ihre Meldung ist angekommen/)
  expect(told.text).toContain('Lesen Sie es mit Ihrem Empfangsbeleg')
})

test('somebody asks before testing in German, and reads the answer there @phone', async ({
  newReporter,
  mails,
}) => {
  const { page } = await newReporter(german)
  await page.goto('/projects/marmotte')
  await page.getByRole('link', { name: 'Vor dem Testen fragen' }).click()
  const box = (name: RegExp) => page.getByRole('textbox', { name })
  await box(/^Was Sie testen möchten/).fill('Die Anmeldung der Demo.')
  await box(/^Wo/).fill('Mit zwei eigenen Konten.')
  await box(/^Wie/).fill('Von Hand.')
  await box(/^E-Mail-Adresse/).fill('frage@example.test')
  await page.getByRole('button', { name: 'Das Team fragen' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Schreiben Sie, wann, mit Datum.')
  await expect(box(/^Was Sie testen möchten/)).toHaveValue('Die Anmeldung der Demo.')
  await box(/^Wann/).fill('1. bis 3. Dezember')
  await page.getByRole('button', { name: 'Das Team fragen' }).click()
  await expect(page.getByRole('heading', { name: 'Ihre Anfrage ist angekommen' })).toBeVisible()
  await expect(page.getByText('Niemand kann ihn noch einmal ausgeben.')).toBeVisible()
  await page.getByRole('link', { name: 'Zu meiner Anfrage' }).click()
  await expect(page.getByText('Diese Anfrage wartet auf das Team')).toBeVisible()
  await mails.wait('frage@example.test', /Ihre Anfrage ist angekommen/)
})

test('whoever picks another language at the foot of a page keeps it', async ({ newReporter }) => {
  const { page } = await newReporter(german)
  await page.goto('/receipt')
  await expect(page.getByRole('heading', { name: 'Meine Meldung finden' })).toBeVisible()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/receipt$/)
  await expect(page.getByRole('heading', { name: 'Find my report' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Report a vulnerability' })).toBeVisible()
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await expect(page.getByRole('heading', { name: 'Eine Schwachstelle melden' })).toBeVisible()
})

test('a browser whose language nobody speaks reads English, and documents for programs stay English', async ({
  newReporter,
}) => {
  const { page } = await newReporter({ ...german, locale: 'fr-FR' })
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Report a vulnerability' })).toBeVisible()
  const text = await page.request.get('/projects/mantoso/security.md', {
    headers: { 'accept-language': 'de' },
  })
  expect(await text.text()).toContain('A maintainer acknowledges your report within 24 hours.')
  expect(text.headers()['vary'] ?? '').not.toContain('Accept-Language')
  expect(text.headers()['cache-control']).toBe('public, max-age=300')
  expect(text.headers()).toHaveProperty('etag')
})
