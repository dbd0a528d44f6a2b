import type { PublicDocument } from '@/domain/advisories/public-document'
import { renderMarkdown } from './render-markdown'

const html = (text: string | null) => (text === null ? null : renderMarkdown(text))

/** The prose of a public document as HTML; null where it has none. */
export const advisoryProse = ({ summary, impact, actions, workarounds }: PublicDocument) => ({
  summary: html(summary),
  impact: html(impact),
  actions: html(actions),
  workarounds: html(workarounds),
})
