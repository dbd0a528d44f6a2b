import { TwoZones } from '@/components/reports/two-zones'
import { pageLanguage } from '@/components/shell/page-language'
import { Callout } from '@/components/ui/callout'
import { PlainText } from '@/components/ui/prose'
import { saidAgain } from '@/domain/languages/said-again'
import type { OwnRequest } from '@/server/requests/own-request'

const yes = ['allowed', 'taken', 'accepted']

/** The answer, or what the request waits for. */
export async function RequestStanding({ request }: { request: OwnRequest }) {
  const { t, language } = await pageLanguage()
  const { state, answer, missing, project } = request
  if (answer)
    return (
      <Callout kind={yes.includes(state) ? 'success' : 'info'} title={t(`requestState.${state}`)}>
        {answer.version !== null && <p>{t('ownRequest.inVersion', { version: answer.version })}</p>}
        {answer.text && <PlainText text={answer.text} />}
        <p className="text-muted">
          {t.rich('ownRequest.answered', {
            when: () => <TwoZones instant={answer.at} show="absolute" />,
          })}
        </p>
      </Callout>
    )
  if (missing.length > 0)
    return (
      <Callout kind="warning" title={t('ownRequest.waitsForYou')}>
        <ul className="grid list-disc gap-1 pl-4">
          {missing.map((one) => (
            <li key={one}>{saidAgain(language, one)}</li>
          ))}
        </ul>
      </Callout>
    )
  return (
    <Callout title={t('ownRequest.waitsForTeam')}>
      <p>{t('ownRequest.waitsForTeamNote', { name: project.name })}</p>
    </Callout>
  )
}
