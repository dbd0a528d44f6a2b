import type { AcknowledgedYear } from '@/domain/advisories/acknowledgements'
import { advisoryPath } from '@/domain/advisories/advisory-path'
import { Section } from '@/components/ui/section'
import { pageLanguage } from '@/components/shell/page-language'
import { CreditName } from './credit-name'

type Props = { years: readonly AcknowledgedYear[]; projectSlug: string }

/** Who is thanked, year by year, with the advisories they are credited in. */
export async function AcknowledgedYears({ years, projectSlug }: Props) {
  const { t } = await pageLanguage()
  return years.map(({ year, people, anonymous }) => (
    <Section key={year} title={year}>
      <ul className="grid gap-4">
        {people.map(({ name, link, roles, advisories }) => (
          <li key={`${name} ${link}`} className="grid gap-1">
            <p className="wrap-anywhere">
              <CreditName name={name} link={link} />{' '}
              <span className="text-muted">({roles.map((role) => t(`creditRole.${role}`)).join(', ')})</span>
            </p>
            <ul className="grid gap-1 border-l-2 border-line pl-4 text-sm">
              {advisories.map(({ id, title }) => (
                <li key={id}>
                  <a href={advisoryPath({ id, projectSlug })} className="wrap-anywhere text-accent underline">
                    {title}
                  </a>{' '}
                  <span className="font-mono wrap-anywhere text-muted">{id}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {anonymous > 0 && (
        <p className="text-muted">
          {t(people.length > 0 ? 'acknowledgements.alsoAnonymous' : 'acknowledgements.anonymous', {
            count: anonymous,
          })}
        </p>
      )}
    </Section>
  ))
}
