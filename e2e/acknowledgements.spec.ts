import { expect, test } from './fixtures'

test.use({ deskKind: 'lively' })

test('without scripts anybody reads how long a project takes, where it chose to show it @phone', async ({
  newReporter,
}) => {
  const { page } = await newReporter({ javaScriptEnabled: false })
  await page.goto('/projects/marmotte')
  const kept = page.getByRole('region', { name: 'How it was kept' })
  await expect(kept.getByRole('row', { name: /^Until a maintainer answers/ })).toContainText(
    /18 h.*21 h 36 min.*5 reports/,
  )
  await expect(kept.getByRole('row', { name: /^Until the fix is released/ })).toContainText('Too few to say')
  await page.goto('/projects/dynamoose')
  await expect(page.getByText('Until a maintainer answers')).toHaveCount(0)
})

test('without scripts anybody reads whom a project thanks, and programs read the same @phone', async ({
  newReporter,
  request,
}) => {
  const { page } = await newReporter({ javaScriptEnabled: false })
  await page.goto('/projects/marmotte')
  await page.getByRole('link', { name: 'Acknowledgements' }).click()
  const year = page.getByRole('region', { name: '2026' })
  await expect(year.getByText('Tove Aas (finder, reporter)')).toBeVisible()
  await expect(year.getByRole('link', { name: 'Tomás Rivera' })).toHaveAttribute('rel', 'nofollow noreferrer')
  await expect(year.getByText('And 1 who wishes to stay anonymous.')).toBeVisible()
  await year
    .getByRole('link', { name: /^Used password reset links/ })
    .first()
    .click()
  await page.getByRole('link', { name: /^Everybody whom/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Acknowledgements' })).toBeVisible()

  const path = '/projects/marmotte/acknowledgements.json'
  const answer = await request.get(path)
  expect(await answer.json()).toMatchObject({ years: [{ year: 2026, anonymous: 1 }] })
  const etag = answer.headers().etag!
  expect((await request.get(path, { headers: { 'if-none-match': etag } })).status()).toBe(304)
})

test('a lead chooses what the portal shows, without scripts', async ({ maintainer, newReporter }) => {
  const { page } = await maintainer('tomas', { javaScriptEnabled: false })
  const { page: portal } = await newReporter()
  await page.goto('/console/projects/dynamoose/about')
  await page.getByRole('checkbox', { name: 'Share of promises kept' }).uncheck()
  await page.getByRole('checkbox', { name: 'Time until the fix is released' }).check()
  await page.getByRole('button', { name: 'Save the choice' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await portal.goto('/projects/dynamoose')
  const kept = portal.getByRole('region', { name: 'How it was kept' })
  await expect(kept.getByRole('row', { name: /^Until the fix is released/ })).toBeVisible()
  await expect(kept.getByText('Acknowledged in time')).toHaveCount(0)
})
