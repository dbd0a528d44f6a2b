import { lineMarkSign } from '@/components/backports/line-mark-sign'
import { lineMarkLabel } from '@/domain/backports/line-mark'
import type { QueueRow } from '@/server/cases/queue-rows'

/** The lines of a case as a row of signs, newest first; what each says is its name, and its title once it is pointed at. */
export function LineMarks({ lines }: Pick<QueueRow, 'lines'>) {
  if (lines.length === 0) return null
  const said = lines.map(
    ({ name, mark, version }) => `${name}: ${lineMarkLabel[mark]}${version ? ` in ${version}` : ''}`,
  )
  return (
    <span role="img" aria-label={said.join('; ')}>
      {lines.map(({ mark }) => lineMarkSign[mark]).join('')}
    </span>
  )
}
