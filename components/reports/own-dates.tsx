import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { DescriptionList, type Description } from '@/components/ui/description-list'
import type { OwnReport } from '@/server/reports/own-report'
import { AnswerDateForm } from './answer-date-form'
import { ProposeDateForm } from './propose-date-form'
import { TwoZones } from './two-zones'

const grounds = {
  agreed: 'as agreed',
  reporter_date: 'your own date',
  policy: 'the longest the policy asks for',
} as const
const states = { open: 'not answered', accepted: 'accepted', declined: 'declined', lapsed: 'lapsed' } as const

/** The reporter's date beside the team's, what was proposed between the two, and how to propose another. */
export function OwnDates({ report }: { report: OwnReport }) {
  const { dates, reference, timeZone } = report
  return (
    <>
      <Conflict report={report} />
      <DescriptionList items={bothSides(report)} />
      {dates.proposals.length > 0 && (
        <ul aria-label="Proposed dates" className="grid gap-4">
          {dates.proposals.map((proposal) => (
            <li key={proposal.id} className="grid gap-2">
              <p>
                {proposal.by === 'team' ? 'The team proposed' : 'You proposed'} that the embargo ends{' '}
                <TwoZones instant={proposal.until} zone={timeZone} show="absolute" />{' '}
                <Badge
                  tone={
                    proposal.state === 'accepted'
                      ? 'on-track'
                      : proposal.state === 'open'
                        ? 'due-soon'
                        : 'neutral'
                  }
                >
                  {states[proposal.state]}
                </Badge>
              </p>
              {proposal.answer && <p className="whitespace-pre-wrap text-muted">{proposal.answer}</p>}
              {proposal.by === 'team' && proposal.state === 'open' && !dates.isOver && (
                <>
                  {proposal.answerBy && (
                    <p className="text-muted">
                      If you do not answer until{' '}
                      <TwoZones instant={proposal.answerBy} zone={timeZone} show="absolute" />, this date
                      stands.
                    </p>
                  )}
                  <AnswerDateForm reference={reference} proposal={proposal.id} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {!dates.isOver && <ProposeDateForm reference={reference} zone={timeZone} />}
    </>
  )
}

function Conflict({ report: { dates, terms, timeZone } }: { report: OwnReport }) {
  const { negotiation, conflict, notBefore } = dates
  if (conflict === 'certain' && negotiation.state !== 'agreed')
    return (
      <Callout kind="warning" title="Your date and ours do not fit">
        <p>
          You publish{' '}
          {terms.disclosureAt && (
            <TwoZones
              instant={terms.disclosureAt}
              zone={terms.disclosureTimeZone ?? timeZone}
              show="absolute"
            />
          )}
          . The team cannot announce before{' '}
          {notBefore && <TwoZones instant={notBefore} zone={timeZone} show="absolute" />}. Agree on one date:
          accept a proposal, or make one. Until then yours stands.
        </p>
      </Callout>
    )
  if (conflict === 'possible')
    return (
      <p className="text-muted">The team does not know its own date yet. It says so here once it does.</p>
    )
  return null
}

function bothSides({ dates, terms, timeZone }: OwnReport): Description[] {
  const { notBefore, scheduledFor, inForce } = dates
  const at = (instant: typeof notBefore, none: string) =>
    instant === null ? none : <TwoZones instant={instant} zone={timeZone} show="absolute" />
  return [
    { term: 'You publish', details: at(terms.disclosureAt, 'No date of your own') },
    { term: 'We announce', details: at(scheduledFor, 'Not planned yet') },
    ...(scheduledFor === null ? [{ term: 'Not before', details: at(notBefore, 'Not known yet') }] : []),
    ...(inForce === null
      ? []
      : [
          {
            term: 'Private until',
            details: (
              <>
                {at(inForce.until, '')}, {grounds[inForce.because]}
              </>
            ),
          },
        ]),
  ]
}
