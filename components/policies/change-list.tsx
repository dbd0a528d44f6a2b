import type { PolicyChange } from '@/domain/policies/changes-in-words'

/** What a version changed, part by part. Removed and added sentences are told apart by a word, not only by a sign. */
export function ChangeList({ changes }: { changes: readonly PolicyChange[] }) {
  return (
    <dl className="grid gap-2">
      {changes.map(({ part, removed, added }) => (
        <div key={part} className="grid gap-x-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="font-medium">{part}</dt>
          <dd className="grid min-w-0 gap-1">
            {removed.map((sentence) => (
              <p key={sentence} className="max-w-prose text-muted">
                <span aria-hidden="true">− </span>
                <span className="sr-only">Removed: </span>
                <del>{sentence}</del>
              </p>
            ))}
            {added.map((sentence) => (
              <p key={sentence} className="max-w-prose">
                <span aria-hidden="true">+ </span>
                <span className="sr-only">Added: </span>
                <ins className="no-underline">{sentence}</ins>
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
