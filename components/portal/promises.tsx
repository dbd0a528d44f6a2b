import type { PolicyPromise } from '@/domain/policies/promises'
import { pageLanguage } from '@/components/shell/page-language'
import { Disclosure } from '@/components/ui/disclosure'

/** What a reporter asks first; the rest of the promises follow on demand. */
const first: readonly PolicyPromise['key'][] = [
  'acknowledge',
  'respond',
  'keep_informed',
  'announce',
  'may_publish',
]

/** What the project promises, in its own numbers. */
export async function Promises({ promises }: { promises: readonly PolicyPromise[] }) {
  const { t } = await pageLanguage()
  const isFirst = ({ key }: PolicyPromise) => first.includes(key)
  const more = promises.filter((promise) => !isFirst(promise))
  return (
    <div className="grid gap-3">
      <ul className="grid max-w-prose gap-2 text-[1.0625em]">
        {promises.filter(isFirst).map(({ key, text }) => (
          <li key={key} className="border-l-2 border-line pl-4">
            {text}
          </li>
        ))}
      </ul>
      {more.length > 0 && (
        <Disclosure summary={t('project.allPromises')}>
          <ul className="grid max-w-prose list-disc gap-1 pl-4">
            {more.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
