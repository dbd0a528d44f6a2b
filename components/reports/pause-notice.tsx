import { Callout } from '@/components/ui/callout'
import type { Pause } from '@/server/reports/public-intake'

/** What the team says while it takes no reports here, and where to write instead. */
export function PauseNotice({ pause: { notice, ways } }: { pause: Pause }) {
  return (
    <Callout kind="warning" title="No reports are taken here just now">
      <p className="whitespace-pre-wrap wrap-anywhere">{notice}</p>
      {ways.length > 0 && (
        <>
          <p>Report it this way instead:</p>
          <ul className="list-disc pl-5">
            {ways.map(({ text, href }) => (
              <li key={text} className="wrap-anywhere">
                {href === null ? (
                  text
                ) : (
                  <a href={href} className="text-accent underline">
                    {text}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>Reports that were sent before are kept, and their receipts open them as ever.</p>
    </Callout>
  )
}
