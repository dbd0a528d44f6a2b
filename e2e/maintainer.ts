import { expect, type Locator, type Page } from '@playwright/test'
import { demoPassword, team, type Teammate } from '@/scripts/demo/team'
import type { DeskServer } from './desk'

export interface Release {
  line: string
  version: string
  /** Local date and time in UTC, such as 2026-11-23T09:00. */
  at: string
}

/** Somebody of the team, and their browser. */
export class Maintainer {
  readonly name: string
  readonly address: string

  constructor(
    readonly page: Page,
    readonly desk: Pick<DeskServer, 'url'>,
    who: Teammate,
  ) {
    this.name = team[who].name
    this.address = team[who].address
  }

  async signsIn(): Promise<void> {
    await this.page.goto('/sign-in')
    await this.page.getByRole('textbox', { name: 'Mail address' }).first().fill(this.address)
    await this.page.getByLabel('Password', { exact: true }).fill(demoPassword)
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(this.page).toHaveURL(`${this.desk.url}/console`)
  }

  async opensCase(reference: string): Promise<void> {
    await this.page.goto(`/console/cases/${reference}`)
    await expect(this.nextStep()).toBeVisible()
  }

  /** From the queue, by the title of the case, on whichever of its pages it stands. */
  async picksFromQueue(title: string): Promise<void> {
    await this.page.goto('/console')
    const found = this.page.getByRole('link', { name: title })
    while ((await found.count()) === 0) {
      const next = await this.page.getByRole('link', { name: /^Next page/ }).getAttribute('href')
      await this.page.goto(next ?? '')
    }
    await found.click()
    await expect(this.nextStep()).toBeVisible()
  }

  nextStep(): Locator {
    return this.page.getByRole('region', { name: 'Next step' })
  }

  /** Goes to a part of the case. */
  async looksAt(part: 'Lines' | 'Severity' | 'Audit' | 'Fix' | 'Advisory' | 'Events'): Promise<void> {
    const parts = this.page.getByRole('navigation', { name: 'Parts of the case' })
    await parts.getByRole('link', { name: new RegExp(`^${part}`) }).click()
  }

  /** What the desk says once something was done. */
  async isTold(words: string): Promise<void> {
    await expect(this.page.getByText(words).first()).toBeVisible()
  }

  async acknowledges(): Promise<void> {
    await this.nextStep().getByRole('button', { name: 'Acknowledge the report' }).click()
    await this.isTold('Acknowledged. The reporter is told.')
  }

  /** Writes to the reporter; `shown` where what is shown differs from what was typed. */
  async writes(kind: 'Message' | 'Question', text: string, shown = text): Promise<void> {
    const form = this.page.locator('form#reply')
    await form.getByRole('radio', { name: kind }).check()
    await form.getByRole('textbox', { name: 'Text' }).fill(text)
    await form.getByRole('button', { name: 'Send to reporter' }).click()
    await expect(this.page.getByRole('article').filter({ hasText: shown })).toBeVisible()
  }

  async responds(text: string, nextStep: string): Promise<void> {
    const form = this.page.locator('form#reply')
    await form.getByRole('radio', { name: 'Says what happens next' }).check()
    await form.getByRole('textbox', { name: 'Text' }).fill(text)
    await form.getByRole('textbox', { name: 'What happens next' }).fill(nextStep)
    await form.getByRole('button', { name: 'Send to reporter' }).click()
    await expect(this.page.getByRole('article').filter({ hasText: nextStep })).toBeVisible()
  }

  /** Gives several lines the same judgement at once. */
  async judges(
    lines: readonly string[],
    judgement: 'Affected' | 'Not affected',
    why?: string,
  ): Promise<void> {
    await this.looksAt('Lines')
    await this.page.getByRole('link', { name: 'Several at once' }).click()
    const form = this.page.locator('form#bulk')
    for (const line of lines)
      await form.getByRole('checkbox', { name: new RegExp(`^${escaped(line)} `) }).check()
    await form.getByRole('combobox', { name: 'Are they affected?' }).selectOption({ label: judgement })
    if (why) await form.getByRole('combobox', { name: 'Why not' }).selectOption({ label: why })
    await form.getByRole('button', { name: 'Save these lines' }).click()
    await expect(form).toBeHidden()
  }

  /** The row of one release line. */
  line(name: string): Locator {
    return this.page
      .getByRole('table', { name: 'Release lines of this case' })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: new RegExp(`^${escaped(name)}\\b`) }) })
  }

  async classifies(rating: string, weakness: string): Promise<void> {
    await this.looksAt('Severity')
    const form = this.page.locator('form#severity')
    await form.getByRole('combobox', { name: 'Rating alone' }).selectOption({ label: rating })
    await form.getByRole('textbox', { name: /^Weaknesses/ }).fill(weakness)
    const named = form.getByRole('list', { name: 'Weaknesses named' }).getByRole('listitem')
    await expect(named).toHaveText(new RegExp(`^${escaped(weakness)} \\w`))
    await form.getByRole('button', { name: 'Classify' }).click()
    await expect(this.page.getByRole('link', { name: weakness })).toBeVisible()
  }

  async confirms(how: string): Promise<void> {
    await this.nextStep().getByRole('link', { name: 'Confirm the vulnerability' }).click()
    const form = this.page.locator('form#confirm')
    await form.getByRole('textbox', { name: 'How it was reproduced' }).fill(how)
    await form.getByRole('button', { name: 'Confirm the vulnerability' }).click()
    await expect(form).toBeHidden()
  }

  async audits(searched: string, found: string): Promise<void> {
    await this.looksAt('Audit')
    const form = this.page.locator('form#audit')
    await form.getByRole('textbox', { name: 'What was searched, and how' }).fill(searched)
    await form.getByRole('textbox', { name: 'What was found' }).fill(found)
    await form.getByRole('button', { name: 'Save audit' }).click()
    await expect(this.page.getByText(`Recorded by ${this.name}`)).toBeVisible()
  }

  async releases({ line, version, at }: Release): Promise<void> {
    await this.looksAt('Lines')
    await this.page.getByRole('link', { name: `Release ${line}` }).click()
    const form = this.page.locator('form[id^=release-]')
    await form.getByRole('textbox', { name: `Version on ${line} with the fix` }).fill(version)
    const published = form.getByRole('group', { name: 'Published at' })
    await published.getByLabel('Date and time').fill(at)
    await published.getByLabel('Time zone').selectOption('UTC')
    await form
      .getByRole('textbox', { name: 'Link to the release' })
      .fill(`https://git.example.org/releases/${version}`)
    await form.getByRole('button', { name: 'Record the release' }).click()
    await expect(this.line(line).getByRole('link', { name: version })).toBeVisible()
  }

  /** Writes the advisory whole; nobody asked for a CVE id. */
  async writesAdvisory(advisory: { summary: string; impact: string; actions: string }): Promise<void> {
    await this.looksAt('Advisory')
    const form = this.page.locator('form#advisory')
    const box = (name: string) => form.getByRole('textbox', { name: new RegExp(`^${name}`) })
    await box('Summary').fill(advisory.summary)
    await box('Impact').fill(advisory.impact)
    await box('What users must do').fill(advisory.actions)
    await box('Why there is none').fill('Asked for, not assigned yet.')
    await form.getByRole('radio', { name: 'Everybody in the ledger below who accepted' }).check()
    await form.getByRole('button', { name: 'Save the draft' }).click()
    await expect(this.page.getByText('✓ Complete')).toBeVisible()
  }

  async approves(): Promise<void> {
    await this.looksAt('Advisory')
    await this.page.getByRole('button', { name: /^Approve version/ }).click()
    await expect(this.page.getByText(`${this.name} approved version`)).toBeVisible()
  }

  /** Schedules the announcement at the suggested moment, or at a local time in UTC. */
  async schedules(at?: string): Promise<void> {
    await this.looksAt('Advisory')
    const form = this.page.locator('form#schedule')
    if (at) {
      await form.getByLabel('Date and time').fill(at)
      await form.getByLabel('Time zone').selectOption('UTC')
    }
    await form.getByRole('button', { name: 'Schedule the announcement' }).click()
  }

  /** Waits until it is announced, and opens the public page. */
  async readsPublicPage(): Promise<void> {
    await this.looksAt('Advisory')
    await this.page.getByRole('link', { name: 'The public page' }).click()
    await expect(this.page.getByRole('heading', { name: 'Affected and fixed versions' })).toBeVisible()
  }

  /** The id in the address of the public page. */
  async publicId(): Promise<string> {
    await this.looksAt('Advisory')
    return this.page
      .getByText(/^DDA-[0-9A-Z-]+$/)
      .first()
      .innerText()
  }

  /** Opens something from the list of further acts. */
  async chooses(act: string): Promise<void> {
    await this.page.getByRole('link', { name: act, exact: true }).click()
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
