'use client'

import { Badge } from '@/components/ui/badge'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import { Disclosure } from '@/components/ui/disclosure'
import { PlainText } from '@/components/ui/prose'
import { Time } from '@/components/ui/time'
import { creditRoleLabel } from '@/domain/advisories/credit-ledger'
import { creditName } from '@/domain/reports/reporter-terms'
import type { CaseView } from '@/server/cases/case-view'
import { useCase } from './case-context'
import { channelLabel } from './case-words'
import { EncryptedText } from './encrypted-text'
import { FileList } from './file-list'
import { ResendForm } from './resend-form'

type Report = NonNullable<CaseView['reports']>[number]

const credit = ({ credit: wish }: Report['terms']) =>
  wish.as === 'none'
    ? 'Wants no mention'
    : `${wish.as === 'anonymous' ? 'As “Anonymous”' : (creditName(wish) ?? '')}, as ${wish.roles
        .map((role) => creditRoleLabel[role].toLowerCase())
        .join(', ')}`

/** What a reporter sent, word for word; their own terms stand beside our dates. */
export function ReportEntry({ report, isFirst }: { report: Report; isFirst: boolean }) {
  const { view } = useCase()
  const { content, contact } = report
  const hasEncrypted =
    report.encrypted !== null ||
    view.messages.some(({ reportId, encrypted }) => reportId === report.id && encrypted !== null)
  return (
    <article className="grid gap-2 rounded-md border border-l-4 border-control bg-surface px-3 py-2">
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="font-semibold">
          {isFirst ? 'The report' : 'Another report of the same'} ·{' '}
          {channelLabel[report.channel] ?? report.channel}
        </span>
        <span className="text-muted">
          {contact?.name ?? (contact?.email ? 'a reporter' : 'anonymous')},{' '}
          <Time instant={report.receivedAt} zone={view.policy.timeZone} />
        </span>
      </p>
      <h3 className="font-semibold wrap-anywhere">{content.title}</h3>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {report.isWithdrawn && <Badge>Withdrawn by the reporter</Badge>}
        {report.terms.exploited && <Badge tone="critical">Being exploited, says the reporter</Badge>}
        {report.terms.alreadyPublic && <Badge tone="overdue">Public already, says the reporter</Badge>}
        {report.terms.personalDataSeen && <Badge tone="due-soon">Personal data seen</Badge>}
        {report.isDraftShared && <Badge>Reads the draft</Badge>}
      </div>
      {report.encrypted ? (
        <EncryptedText text={content.description} encrypted={report.encrypted} />
      ) : (
        <PlainText text={content.description} />
      )}
      {hasEncrypted && <ResendForm report={report} />}
      <Part title="What it does to users" text={content.impact} />
      <Part title="How to reproduce" text={content.reproduction} mono />
      <Part title="Suggested fix" text={content.suggestedFix} mono />
      <FileList files={report.files} />
      <dl className="grid grid-cols-2 gap-x-4 border-t border-line pt-2 text-sm">
        {dates(report, view).map(({ term, details }) => (
          <div key={String(term)}>
            <dt className="text-muted">{term}</dt>
            <dd>{details}</dd>
          </div>
        ))}
      </dl>
      <Disclosure summary="Terms and contact of the reporter" className="border-b-0">
        <DescriptionList items={terms(report)} />
      </Disclosure>
    </article>
  )
}

function Part({ title, text, mono }: { title: string; text: string | null; mono?: boolean }) {
  if (text === null) return null
  return (
    <div>
      <h4 className="text-sm text-muted">{title}</h4>
      <PlainText text={text} className={mono ? 'font-mono text-sm' : undefined} />
    </div>
  )
}

/** The reporter's own date beside ours. */
function dates(report: Report, view: CaseView): Description[] {
  const notBefore = view.advisory?.notBefore.at ?? null
  const schedule = view.advisory?.schedule ?? null
  return [
    {
      term: 'Publishes on their own',
      details: report.disclosureAt ? (
        <Time instant={report.disclosureAt} zone={report.disclosureTimeZone ?? 'UTC'} />
      ) : (
        'No date named'
      ),
    },
    {
      term: 'We announce',
      details: schedule?.suspendedAt ? (
        'Suspended: a gate closed'
      ) : schedule ? (
        <Time instant={schedule.at} zone={schedule.timeZone} />
      ) : notBefore ? (
        <>
          not before <Time instant={notBefore} zone={view.policy.timeZone} />
        </>
      ) : view.announcedAt ? (
        <Time instant={view.announcedAt} zone={view.policy.timeZone} />
      ) : (
        'No date yet'
      ),
    },
  ]
}

function terms({ content, contact, timeZone, terms: stated, newsByMail }: Report): Description[] {
  return [
    { term: 'Credit', details: credit(stated) },
    ...(stated.credit.as === 'name' && stated.credit.link !== null
      ? [{ term: 'Link beside it', details: <span className="wrap-anywhere">{stated.credit.link}</span> }]
      : []),
    ...(stated.trackingId !== null
      ? [{ term: 'They call it', details: <span className="font-mono">{stated.trackingId}</span> }]
      : []),
    { term: 'Affected versions, says the report', details: content.affectedVersions ?? 'Not said' },
    {
      term: 'Told others',
      details: stated.toldOthers ? <PlainText text={stated.toldOthers} /> : 'Nobody, or not said',
    },
    {
      term: 'Reached by',
      details: contact?.email ? (
        <span className="wrap-anywhere">
          {contact.email}
          {!newsByMail && ' (wants no mail about news)'}
        </span>
      ) : (
        'The receipt only: they read here, and no mail is sent'
      ),
    },
    { term: 'Their zone', details: timeZone },
  ]
}
