import { DescriptionList } from '@/components/ui/description-list'
import { PlainText } from '@/components/ui/prose'
import { Time } from '@/components/ui/time'
import { remoteStateLabel } from '@/domain/alerts/alert'
import type { AlertView } from '@/server/alerts/alert-view'

/** Everything an alert says. */
export function AlertFacts({ alert: { content, remote } }: { alert: AlertView }) {
  const {
    description,
    dependency,
    manifest,
    vulnerableRange,
    fixedIn,
    identifiers,
    cwes,
    vector,
    repository,
    url,
  } = content
  const mono = (text: string | null) => text && <span className="font-mono wrap-anywhere">{text}</span>
  const facts = [
    { term: 'Dependency', details: mono(dependency) },
    { term: 'Named in', details: mono(manifest) },
    { term: 'Vulnerable versions', details: mono(vulnerableRange) },
    { term: 'Fixed in', details: mono(fixedIn) },
    { term: 'Known as', details: mono(identifiers.join(', ') || null) },
    { term: 'Weakness', details: mono(cwes.join(', ') || null) },
    { term: 'CVSS', details: mono(vector) },
    { term: 'Repository', details: mono(repository) },
    {
      term: 'At GitHub',
      details: (
        <>
          {remoteStateLabel[remote.state]}, <Time instant={remote.changedAt} />
          {url && (
            <>
              {' · '}
              <a href={url} rel="noreferrer" className="text-accent underline">
                Open at GitHub
              </a>
            </>
          )}
        </>
      ),
    },
  ]
  return (
    <>
      {description && <PlainText text={description} />}
      <DescriptionList items={facts.filter(({ details }) => details !== null)} />
    </>
  )
}
