import { LinkButton } from './link-button'

type Props = {
  /** Where the pages are, without the part that is not there. */
  previousHref?: string
  nextHref?: string
  /** "41 to 60 of 312" */
  summary: string
}

/** Back and forth through a long list, by links. */
export function Pagination({ previousHref, nextHref, summary }: Props) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-3">
      {previousHref && (
        <LinkButton href={previousHref} rel="prev" size="small">
          ← Previous
        </LinkButton>
      )}
      <p className="text-muted tabular-nums">{summary}</p>
      {nextHref && (
        <LinkButton href={nextHref} rel="next" size="small">
          Next →
        </LinkButton>
      )}
    </nav>
  )
}
