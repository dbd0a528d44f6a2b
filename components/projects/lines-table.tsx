import Link from 'next/link'
import { Fragment } from 'react'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyRow, Table, Td, Th } from '@/components/ui/table'
import { supportStateSaid, type SupportState } from '@/domain/projects/support-state'
import { EditLineForm } from './edit-line-form'
import type { LineValues } from './line-fields'

export type LineRow = LineValues & { id: string; version: number; cases: number; state: SupportState }

type Props = {
  project: string
  lines: readonly LineRow[]
  zone: string
  mayEdit: boolean
  /** The line whose row is open for editing. */
  editing: string | null
}

const tones = { supported: 'on-track', ended: 'neutral', upcoming: 'neutral', development: 'accent' } as const

/** Every release line, development first and then newest first; one can be open for editing. */
export function LinesTable({ project, lines, zone, mayEdit, editing }: Props) {
  return (
    <Table caption="Release lines">
      <thead>
        <tr>
          <Th>Line</Th>
          <Th>State</Th>
          <Th className="max-sm:hidden">Versions</Th>
          <Th className="max-lg:hidden">Branch</Th>
          <Th className="max-md:hidden">Supported from</Th>
          <Th>Until</Th>
          {mayEdit && (
            <Th>
              <span className="sr-only">Edit</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.length === 0 && (
          <EmptyRow columns={7}>
            No release line yet. Add the lines that get releases, and main for development.
          </EmptyRow>
        )}
        {lines.map((line) => (
          <Fragment key={line.id}>
            <tr>
              <Th scope="row" className="font-mono">
                {line.name}
              </Th>
              <Td>
                <Badge tone={tones[line.state]}>{supportStateSaid[line.state]}</Badge>
              </Td>
              <Td className="font-mono whitespace-nowrap max-sm:hidden">{line.range}</Td>
              <Td className="font-mono max-lg:hidden">{line.branch}</Td>
              <Td className="whitespace-nowrap tabular-nums max-md:hidden">{line.from}</Td>
              <Td className="tabular-nums">{line.until ?? 'no end announced'}</Td>
              {mayEdit && (
                <Td className="text-right">
                  {editing !== line.id && (
                    <Link
                      href={`/console/projects/${project}/lines?edit=${line.id}`}
                      scroll={false}
                      prefetch={false}
                      className={buttonClass('secondary', 'small')}
                    >
                      Edit <span className="sr-only">{line.name}</span>
                    </Link>
                  )}
                </Td>
              )}
            </tr>
            {mayEdit && editing === line.id && (
              <tr>
                <td colSpan={7} className="border-b border-line">
                  <EditLineForm project={project} line={line} zone={zone} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </Table>
  )
}
