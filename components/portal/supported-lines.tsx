import type { SupportState } from '@/domain/projects/support-state'
import { pageLanguage } from '@/components/shell/page-language'
import { Badge } from '@/components/ui/badge'
import { EmptyRow, Table, Td, Th } from '@/components/ui/table'

type Line = { id: string; name: string; range: string; state: SupportState; until: string | null }

const tones = { development: 'neutral', upcoming: 'neutral', supported: 'on-track', ended: 'paused' } as const

/** Which versions get security fixes, and until when. */
export async function SupportedLines({ lines }: { lines: readonly Line[] }) {
  const { t, day } = await pageLanguage()
  return (
    <Table caption={t('lines.caption')}>
      <thead>
        <tr>
          <Th>{t('lines.line')}</Th>
          <Th>{t('lines.fixes')}</Th>
          <Th>{t('lines.until')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <Th scope="row" title={line.range} className="align-baseline font-mono tabular-nums">
              {line.name}
            </Th>
            <Td>
              <Badge tone={tones[line.state]}>{t(`lines.state.${line.state}`)}</Badge>
            </Td>
            <Td className="whitespace-nowrap tabular-nums">{line.until ? day(line.until) : '–'}</Td>
          </tr>
        ))}
        {lines.length === 0 && <EmptyRow columns={3}>{t('lines.none')}</EmptyRow>}
      </tbody>
    </Table>
  )
}
