import { randomBytes } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { OwnKeyForm } from '@/components/encryption/own-key-form'
import { MoreTermsForm } from '@/components/reports/more-terms-form'
import { NewsForm } from '@/components/reports/news-form'
import { OwnConversation } from '@/components/reports/own-conversation'
import { OwnCredit } from '@/components/reports/own-credit'
import { OwnDates } from '@/components/reports/own-dates'
import { OwnReportHeading } from '@/components/reports/own-report-heading'
import { OwnTermsForm } from '@/components/reports/own-terms-form'
import { Reminder } from '@/components/reports/reminder'
import { ReplyForm } from '@/components/reports/reply-form'
import { ReportFacts } from '@/components/reports/report-facts'
import { ReportParts } from '@/components/reports/report-parts'
import { ReportStanding } from '@/components/reports/report-standing'
import { SentReport } from '@/components/reports/sent-report'
import { VerifyFixForm } from '@/components/reports/verify-fix-form'
import { WayOfCase } from '@/components/reports/way-of-case'
import { WithdrawForm } from '@/components/reports/withdraw-form'
import { pageLanguage } from '@/components/shell/page-language'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import { saidAgain } from '@/domain/languages/said-again'
import { localDateTime } from '@/domain/reports/local-date-time'
import { currentReporter, reporterIn } from '@/server/auth/receipt-cookie'
import { answerOf } from '@/server/kernel/page'
import { ownReport } from '@/server/reports/own-report'
import { attachmentLimits } from '@/server/reports/report-attachments'
import { replyLimit } from '@/server/reports/reply-as-reporter'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return { title: t('ownReport.title'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ case?: string | string[] }> }

export default async function OwnReportPage({ searchParams }: Props) {
  const holder = await currentReporter()
  if (holder.kind !== 'reporter') redirect('/receipt')
  const { case: named } = await searchParams
  const reporter = typeof named === 'string' ? await reporterIn(holder, named) : holder
  const report = await answerOf(ownReport(reporter, {}))
  const { terms, reference, timeZone, reminder } = report
  const { disclosureAt, disclosureTimeZone } = terms
  const { t, words, language } = await pageLanguage()
  const hindrance = report.withdrawal.hindrance && saidAgain(language, report.withdrawal.hindrance)
  const stated = disclosureAt !== null &&
    disclosureTimeZone !== null && {
      local: localDateTime(disclosureAt, disclosureTimeZone),
      timeZone: disclosureTimeZone,
    }
  return (
    <div className="grid gap-10">
      <OwnReportHeading report={report} />
      <ReportParts parts={report.parts} here={reference} />
      <ReportStanding report={report} />
      <WayOfCase way={report.way} zone={timeZone} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:grid-rows-[auto_1fr]">
        <Section title={t('ownReport.standing')} className="lg:col-start-2">
          <ReportFacts report={report} />
          <Reminder reminder={reminder} reference={reference} timeZone={timeZone} />
        </Section>
        <div className="grid min-w-0 content-start gap-10 lg:col-start-1 lg:row-span-2 lg:row-start-1">
          {report.verifications.length > 0 && (
            <Section title={t('ownReport.verify')} note={t('ownReport.verifyNote')}>
              {report.verifications.map((asked) => (
                <VerifyFixForm
                  key={asked.lineId}
                  reference={reference}
                  asked={asked}
                  words={words.verifyFix}
                />
              ))}
            </Section>
          )}
          <Section title={t('ownReport.conversation')}>
            <OwnConversation messages={report.messages} zone={timeZone} />
            <div className="mt-3">
              <ReplyForm
                reference={reference}
                submission={randomBytes(18).toString('base64url')}
                fileLimits={attachmentLimits}
                maxLength={replyLimit}
                keys={report.keys}
                isResending={report.unreadableSince !== null}
                words={{
                  reply: words.reply,
                  files: words.files,
                  encryption: words.encryption,
                  sending: words.sending,
                }}
              />
            </div>
          </Section>
          <Section title={t('ownReport.yours')} note={t('ownReport.yoursNote')}>
            <SentReport report={report} />
          </Section>
        </div>
        <div className="grid min-w-0 content-start gap-10 lg:col-start-2">
          <Section title={t('ownReport.dates')} note={t('ownReport.datesNote')}>
            <OwnDates report={report} />
          </Section>
          <Section title={t('ownReport.terms')}>
            <OwnTermsForm
              stated={stated || null}
              seen={terms.version}
              reference={reference}
              words={words.ownTerms}
            />
            <div className="mt-2">
              <OwnCredit report={report} />
              <MoreTermsForm reference={reference} terms={terms} words={words.moreTerms} />
              <NewsForm
                reference={reference}
                byMail={report.newsByMail}
                address={report.contact?.email ?? null}
                words={words.news}
              />
              {!report.withdrawal.isDone && (
                <WithdrawForm reference={reference} hindrance={hindrance} words={words.withdraw} />
              )}
              <Disclosure summary={t('ownReport.shared')}>
                <p>{t('ownReport.sharedNote')}</p>
              </Disclosure>
            </div>
          </Section>
          <Section title={t('ownReport.encryptedMail')}>
            <OwnKeyForm ownKey={report.ownKey} words={words.ownKey} />
          </Section>
        </div>
      </div>
    </div>
  )
}
