import { pageLanguage } from '@/components/shell/page-language'
import { Callout } from '@/components/ui/callout'
import type { Pause } from '@/server/reports/public-intake'

/** What the team says while it takes no reports here, and where to write instead. */
export async function PauseNotice({ pause: { notice, ways } }: { pause: Pause }) {
  const { t } = await pageLanguage()
  return (
    <Callout kind="warning" title={t('paused.title')}>
      <p className="whitespace-pre-wrap wrap-anywhere">{notice}</p>
      {ways.length > 0 && (
        <>
          <p>{t('paused.instead')}</p>
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
      <p>{t('paused.earlier')}</p>
    </Callout>
  )
}
