import { languageCodes, languages } from '@/domain/languages/languages'
import { classNames } from '@/lib/class-names'
import { pageLanguage } from './page-language'

/** Each language by its own name. A plain form that sets a cookie, and the page comes back in that language. */
export async function LanguageSwitch() {
  const { language: current, t } = await pageLanguage()
  return (
    <form id="language" action="/language" method="post" data-print="hide">
      <fieldset className="flex items-center gap-2">
        <legend className="sr-only">{t('shell.language')}</legend>
        {languageCodes.map((code) => (
          <button
            key={code}
            name="language"
            value={code}
            lang={code}
            aria-pressed={code === current}
            className={classNames(
              'min-h-7 rounded-md border px-2.5 text-sm',
              code === current
                ? 'border-control bg-surface text-text'
                : 'border-transparent text-muted hover:bg-hover',
            )}
          >
            {languages[code].language.name}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
