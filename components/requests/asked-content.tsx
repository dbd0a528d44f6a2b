import { DescriptionList } from '@/components/ui/description-list'
import { PlainText } from '@/components/ui/prose'
import { policyPartLabel } from '@/domain/requests/request-forms'
import type { AskedContent } from '@/server/requests/request-content'

type Props = { asked: AskedContent; line: string | null }

/** What was asked, word for word. */
export function AskedContentList({ asked, line }: Props) {
  return (
    <DescriptionList
      items={parts(asked, line).map(([term, text]) => ({
        key: term,
        term,
        details: text === null ? <span className="text-muted">Not said</span> : <PlainText text={text} />,
      }))}
    />
  )
}

function parts(asked: AskedContent, line: string | null): Array<[string, string | null]> {
  switch (asked.kind) {
    case 'testing': {
      const { what, where, when, how } = asked.content
      return [
        ['What', what],
        ['Where', where],
        ['When', when],
        ['How', how],
      ]
    }
    case 'policy': {
      const { part, text, why } = asked.content
      return [
        ['Part', policyPartLabel[part]],
        ['What it should say', text],
        ['Why', why],
      ]
    }
    case 'backport': {
      const { advisory, breakingChange, demonstration } = asked.content
      return [
        ['Fix', advisory],
        ['Older line', line],
        ['What the newer line breaks', breakingChange],
        ['What shows it', demonstration],
      ]
    }
  }
}
