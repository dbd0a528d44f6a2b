import type { PolicyChange } from '@/domain/policies/changes-in-words'

/** A part with more sentences than this, such as three years of holidays, unfolds the rest when asked. */
const shownAtOnce = 6

/** What a version changed, part by part. Removed and added sentences are told apart by a word, not only by a sign. */
export function ChangeList({ changes }: { changes: readonly PolicyChange[] }) {
  return (
    <dl className="grid gap-2">
      {changes.map(({ part, removed, added }) => {
        const sentences = [
          ...removed.map((text) => ({ text, isAdded: false })),
          ...added.map((text) => ({ text, isAdded: true })),
        ]
        const folded = sentences.slice(shownAtOnce)
        return (
          <div key={part} className="grid gap-x-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <dt className="font-medium">{part}</dt>
            <dd className="grid min-w-0 gap-1">
              <Sentences sentences={sentences.slice(0, shownAtOnce)} />
              {folded.length > 0 && (
                <details>
                  <summary className="w-fit text-accent underline">and {folded.length} more</summary>
                  <div className="mt-1 grid gap-1">
                    <Sentences sentences={folded} />
                  </div>
                </details>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Sentences({ sentences }: { sentences: ReadonlyArray<{ text: string; isAdded: boolean }> }) {
  return sentences.map(({ text, isAdded }) => (
    <p key={`${isAdded} ${text}`} className={isAdded ? 'max-w-prose' : 'max-w-prose text-muted'}>
      <span aria-hidden="true">{isAdded ? '+ ' : '− '}</span>
      <span className="sr-only">{isAdded ? 'Added: ' : 'Removed: '}</span>
      {isAdded ? <ins className="no-underline">{text}</ins> : <del>{text}</del>}
    </p>
  ))
}
