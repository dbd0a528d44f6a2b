import type { ComponentProps, ReactNode } from 'react'
import { classNames } from '@/lib/class-names'

type Props = ComponentProps<'table'> & {
  /** What the table holds; also the name of the part that scrolls sideways on a narrow screen. */
  caption: string
  showCaption?: boolean
}

/** A plain table with hairlines. Rows are `<tr>`, cells `Th` and `Td`. */
export function Table({ caption, showCaption, className, children, ...rest }: Props) {
  return (
    <div role="group" aria-label={caption} tabIndex={0} className="relative overflow-x-auto">
      <table className={classNames('table-of-cells w-full border-collapse text-left', className)} {...rest}>
        <caption className={showCaption ? 'pb-2 text-left font-semibold' : 'sr-only'}>{caption}</caption>
        {children}
      </table>
    </div>
  )
}

/** A heading of a column, or with `scope="row"` of a row. */
export const Th = ({ scope = 'col', ...rest }: ComponentProps<'th'>) => <th scope={scope} {...rest} />

/** A cell; `number` sets its digits in columns. */
export const Td = ({ className, number, ...rest }: ComponentProps<'td'> & { number?: boolean }) => (
  <td className={classNames(number && 'text-right tabular-nums', className) || undefined} {...rest} />
)

/** One row that says why there are no others. */
export function EmptyRow({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr>
      <td colSpan={columns} className="py-8 text-center text-muted">
        {children}
      </td>
    </tr>
  )
}
