import { pageLanguage } from '@/components/shell/page-language'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import type { Translate } from '@/domain/languages/spoken'
import type { Instant } from '@/lib/instant'
import type { OwnReport } from '@/server/reports/own-report'
import { AnswerDateForm } from './answer-date-form'
import { ProposeDateForm } from './propose-date-form'
import { TwoZones } from './two-zones'

const tones = { accepted: 'on-track', open: 'due-soon', declined: 'neutral', lapsed: 'neutral' } as const

/** The reporter's date beside the team's, what was proposed between the two, and how to propose another. */
export async function OwnDates({ report }: { report: OwnReport }) {
  const { dates, reference, timeZone } = report
  const { t, words } = await pageLanguage()
  const absolute = (instant: Instant) => <TwoZones instant={instant} zone={timeZone} show="absolute" />
  return (
    <>
      <Conflict report={report} />
      <DescriptionList items={bothSides(report, t)} />
      {dates.proposals.length > 0 && (
        <ul aria-label={t('ownDates.proposals')} className="grid gap-4">
          {dates.proposals.map((proposal) => (
            <li key={proposal.id} className="grid gap-2">
              <p>
                {t.rich(proposal.by === 'team' ? 'ownDates.teamProposed' : 'ownDates.youProposed', {
                  when: () => absolute(proposal.until),
                })}{' '}
                <Badge tone={tones[proposal.state]}>{t(`ownDates.state.${proposal.state}`)}</Badge>
              </p>
              {proposal.answer && <p className="whitespace-pre-wrap text-muted">{proposal.answer}</p>}
              {proposal.by === 'team' && proposal.state === 'open' && !dates.isOver && (
                <>
                  <AnswerBy answerBy={proposal.answerBy} zone={timeZone} />
                  <AnswerDateForm reference={reference} proposal={proposal.id} words={words.answerDate} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {!dates.isOver && <ProposeDateForm reference={reference} zone={timeZone} words={words.proposeDate} />}
    </>
  )
}

async function AnswerBy({ answerBy, zone }: { answerBy: Instant | null; zone: string }) {
  if (!answerBy) return null
  const { t } = await pageLanguage()
  return (
    <p className="text-muted">
      {t.rich('ownDates.answerBy', {
        when: () => <TwoZones instant={answerBy} zone={zone} show="absolute" />,
      })}
    </p>
  )
}

async function Conflict({ report: { dates, terms, timeZone } }: { report: OwnReport }) {
  const { negotiation, conflict, earliestOurs } = dates
  const { t } = await pageLanguage()
  if (conflict === 'certain' && negotiation.state !== 'agreed') {
    const at = (instant: Instant | null, zone: string) =>
      instant && <TwoZones instant={instant} zone={zone} show="absolute" />
    return (
      <Callout kind="warning" title={t('ownDates.unfitting')}>
        <p>
          {t.rich('ownDates.unfittingNote', {
            yours: () => at(terms.disclosureAt, terms.disclosureTimeZone ?? timeZone),
            ours: () => at(earliestOurs, timeZone),
          })}
        </p>
      </Callout>
    )
  }
  if (conflict === 'possible') return <p className="text-muted">{t('ownDates.unknown')}</p>
  return null
}

function bothSides({ dates, terms, timeZone }: OwnReport, t: Translate): Description[] {
  const { notBefore, scheduledFor, inForce, isOver } = dates
  const isPlanned = scheduledFor !== null || !isOver
  const at = (instant: Instant | null, none: string) =>
    instant === null ? none : <TwoZones instant={instant} zone={timeZone} show="absolute" />
  return [
    { term: t('ownDates.youPublish'), details: at(terms.disclosureAt, t('ownDates.noDate')) },
    ...(isPlanned
      ? [{ term: t('ownDates.weAnnounce'), details: at(scheduledFor, t('ownDates.notPlanned')) }]
      : []),
    ...(scheduledFor === null && !isOver
      ? [{ term: t('ownDates.notBefore'), details: at(notBefore, t('ownDates.notKnown')) }]
      : []),
    ...(inForce === null
      ? []
      : [
          {
            term: t('ownDates.privateUntil'),
            details: t.rich(`ownDates.ground.${inForce.because}`, { when: () => at(inForce.until, '') }),
          },
        ]),
  ]
}
