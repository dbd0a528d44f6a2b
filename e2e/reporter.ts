import { expect, type Locator, type Page } from '@playwright/test'
import type { DeskServer } from './desk'

/** What somebody types into the report form; what is left out stays empty. */
export interface Finding {
  title: string
  description?: string
  impact?: string
  steps?: string
  suggestedFix?: string
  versions?: string
  /** Local date and time, such as 2027-03-01T09:00, with a zone. */
  disclosure?: { at: string; zone: string }
  creditName?: string
  name?: string
  address?: string
}

export interface SentReport {
  receipt: string
  reference: string
}

/** Somebody who found a vulnerability, and their browser. */
export class Reporter {
  constructor(
    readonly page: Page,
    private readonly desk: Pick<DeskServer, 'url'>,
  ) {}

  /** From the list of projects to the form of one of them. */
  async opensForm(project: string): Promise<void> {
    await this.page.goto('/')
    await this.page.getByRole('link', { name: project, exact: true }).click()
    await this.page.getByRole('link', { name: 'Report a vulnerability', exact: true }).click()
    await expect(this.page.getByRole('heading', { name: 'Report a vulnerability', level: 1 })).toBeVisible()
  }

  /** What a form says was wrong with it. */
  refusal(): Locator {
    return this.page.getByRole('main').getByRole('alert')
  }

  async fillsIn(finding: Finding): Promise<void> {
    const { page } = this
    const box = (name: RegExp) => page.getByRole('textbox', { name })
    await box(/^Title/).fill(finding.title)
    await box(/^Description/).fill(finding.description ?? defaultDescription)
    await box(/^Impact/).fill(finding.impact ?? 'Whoever sends such a request reads files of the server.')
    if (finding.steps) await box(/^Steps/).fill(finding.steps)
    if (finding.suggestedFix) await box(/^How it could be fixed/).fill(finding.suggestedFix)
    if (finding.versions) await box(/^Affected versions/).fill(finding.versions)
    if (finding.creditName) await box(/^Name for the credit/).fill(finding.creditName)
    if (finding.name) await box(/^Name \(optional\)$/).fill(finding.name)
    if (finding.address) await box(/^Mail address/).fill(finding.address)
    if (finding.disclosure) {
      const group = page.getByRole('group', { name: /^Your own disclosure date/ })
      await group.getByLabel('Date and time').fill(finding.disclosure.at)
      await group.getByLabel('Time zone').selectOption(finding.disclosure.zone)
    }
  }

  async sends(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send the report' }).click()
  }

  /** The receipt and the reference on the page that follows a report. */
  async receives(): Promise<SentReport> {
    await expect(this.page.getByRole('heading', { name: 'Your report has arrived' })).toBeVisible()
    const receipt = (await this.page.getByTestId('receipt').innerText()).replace(/\s+/g, '')
    const line = this.page.getByText(/ · [A-Z]{2,}-[0-9A-Z]+$/).first()
    const reference = (await line.innerText()).split(' · ').at(-1) ?? ''
    return { receipt, reference }
  }

  /** All of it: opens the form of the project, fills it in, sends it. */
  async reportsVulnerability({ project, ...finding }: Finding & { project: string }): Promise<SentReport> {
    await this.opensForm(project)
    await this.fillsIn(finding)
    await this.sends()
    return this.receives()
  }

  /** Types the receipt on the page that asks for it. */
  async comesBackWith(receipt: string): Promise<void> {
    await this.page.goto('/receipt')
    await this.page.getByRole('textbox', { name: 'Receipt' }).fill(receipt)
    await this.page.getByRole('button', { name: 'Open my report' }).click()
    await expect(this.page).toHaveURL(`${this.desk.url}/report`)
  }

  /** The own report again, as it stands now. */
  async looksAgain(): Promise<void> {
    await this.page.goto('/report')
  }

  async writes(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Write to the team' }).fill(text)
    await this.page.getByRole('button', { name: 'Send to the team' }).click()
    await expect(this.page.getByRole('listitem').filter({ hasText: text }).first()).toBeVisible()
  }

  /** What stands beside a term of the facts, such as "Who answers". */
  fact(term: string): Locator {
    return this.page.getByRole('term').filter({ hasText: term }).locator('xpath=following-sibling::dd[1]')
  }
}

const defaultDescription =
  'A path that begins with two dots is joined to the folder without a check, so that a request reads any file of the server.'
