import { pageLanguage } from '@/components/shell/page-language'
import { DescriptionList } from '@/components/ui/description-list'
import { PlainText } from '@/components/ui/prose'
import type { Catalogue } from '@/domain/languages/en'
import type { Translate } from '@/domain/languages/spoken'
import type { AskedContent } from '@/server/requests/request-content'

type Props = { asked: AskedContent; line: string | null }

/** What was asked, word for word. */
export async function AskedContentList({ asked, line }: Props) {
  const { t } = await pageLanguage()
  return (
    <DescriptionList
      items={parts(asked, line, t).map(([key, text]) => ({
        key,
        term: t(`asked.${key}`),
        details:
          text === null ? (
            <span className="text-muted">{t('asked.notSaid')}</span>
          ) : (
            <PlainText text={text} />
          ),
      }))}
    />
  )
}

type Part = Exclude<keyof Catalogue['asked'], 'notSaid'>

function parts(asked: AskedContent, line: string | null, t: Translate): Array<[Part, string | null]> {
  switch (asked.kind) {
    case 'testing': {
      const { what, where, when, how } = asked.content
      return [
        ['what', what],
        ['where', where],
        ['when', when],
        ['how', how],
      ]
    }
    case 'policy': {
      const { part, text, why } = asked.content
      return [
        ['part', t(`policyPart.${part}`)],
        ['text', text],
        ['why', why],
      ]
    }
    case 'backport': {
      const { advisory, breakingChange, demonstration } = asked.content
      return [
        ['fix', advisory],
        ['line', line],
        ['breaks', breakingChange],
        ['shows', demonstration],
      ]
    }
  }
}
