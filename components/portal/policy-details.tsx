import type { ReactNode } from 'react'
import type { PolicyTerms } from '@/domain/policies/terms'
import { pageLanguage } from '@/components/shell/page-language'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkedText } from './linked-text'

type Part = { title: string; content: ReactNode }

const list = (items: readonly ReactNode[]) => (
  <ul className="grid max-w-prose list-disc gap-1 pl-4">
    {items.map((item, index) => (
      <li key={index}>{item}</li>
    ))}
  </ul>
)

/** Scope, safe harbour, what is unsafe by design, what not to test: each behind its heading. Parts that say nothing are left out. */
export async function PolicyDetails({ terms, introduction }: { terms: PolicyTerms; introduction: string }) {
  const { t } = await pageLanguage()
  const { scope, safeHarbour, feedback } = terms
  const parts: Array<Part | false> = [
    introduction !== '' && {
      title: t('policy.introduction'),
      content: <p className="max-w-prose whitespace-pre-line">{introduction}</p>,
    },
    scope.inScope.length > 0 && { title: t('policy.inScope'), content: list(scope.inScope) },
    scope.outOfScope.length > 0 && { title: t('policy.outOfScope'), content: list(scope.outOfScope) },
    safeHarbour !== null && {
      title: t('policy.safeHarbour'),
      content: <SafeHarbour safeHarbour={safeHarbour} />,
    },
    scope.unsafeByDesign.length > 0 && {
      title: t('policy.unsafeByDesign'),
      content: list(
        scope.unsafeByDesign.map(({ behaviour, documentedAt }) =>
          t.rich('policy.documented', { behaviour, place: () => <LinkedText text={documentedAt} /> }),
        ),
      ),
    },
    scope.prohibitedTesting.length > 0 && {
      title: t('policy.prohibitedTesting'),
      content: list(scope.prohibitedTesting),
    },
    feedback !== null && {
      title: t('policy.feedback'),
      content: (
        <p>
          <LinkedText text={feedback} />
        </p>
      ),
    },
  ]
  return (
    <div className="border-t border-line">
      {parts
        .filter((part) => part !== false)
        .map(({ title, content }) => (
          <Disclosure key={title} summary={<h3 className="font-medium">{title}</h3>}>
            {content}
          </Disclosure>
        ))}
    </div>
  )
}

/** What is asked of a reporter, and what they are promised for it. */
export function SafeHarbour({ safeHarbour }: { safeHarbour: NonNullable<PolicyTerms['safeHarbour']> }) {
  return (
    <div className="grid max-w-prose gap-2">
      {list(safeHarbour.conditions)}
      <p>{safeHarbour.promise}</p>
    </div>
  )
}
