import type { AffectedLine } from '@/domain/advisories/affected-ranges'
import { pageLanguage } from '@/components/shell/page-language'
import { classNames } from '@/lib/class-names'
import { Table, Td, Th } from '@/components/ui/table'

const version = (said: string | null): string =>
  classNames('font-mono whitespace-nowrap tabular-nums', said === null && 'is-blank')

/** What is affected and what has the fix, line by line, with the reason where there is none. */
export async function AffectedTable({ affected }: { affected: readonly AffectedLine[] }) {
  const { t } = await pageLanguage()
  return (
    <Table caption={t('affected.caption')} className="stacks">
      <thead>
        <tr>
          <Th>{t('affected.line')}</Th>
          <Th>{t('affected.affected')}</Th>
          <Th>{t('affected.fixedIn')}</Th>
          <Th>{t('affected.meaning')}</Th>
        </tr>
      </thead>
      <tbody>
        {affected.map((line) => (
          <tr key={line.line}>
            <Th scope="row" className="align-baseline font-mono whitespace-nowrap">
              {line.line}
            </Th>
            <Td data-label={t('affected.affected')} className={version(line.versions)}>
              {line.versions ?? '–'}
            </Td>
            <Td data-label={t('affected.fixedIn')} className={version(line.fixed)}>
              <Fixed line={line} />
            </Td>
            <Td className="min-w-48">
              {t(`affected.state.${line.state}`)}
              {line.reason && <span className="text-muted">: {line.reason}</span>}
              {line.justification && (
                <span className="text-muted">: {t(`affected.justification.${line.justification}`)}</span>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Fixed({ line: { fixed, releaseUrl } }: { line: AffectedLine }) {
  if (fixed === null) return <>–</>
  return releaseUrl && /^https?:/i.test(releaseUrl) ? (
    <a href={releaseUrl} rel="nofollow noreferrer" className="text-accent underline">
      {fixed}
    </a>
  ) : (
    <>{fixed}</>
  )
}
