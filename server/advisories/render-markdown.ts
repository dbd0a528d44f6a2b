import MarkdownIt from 'markdown-it'
import { cleanText } from '@/lib/text'

/** Longer texts are cut here, in UTF-16 units: markdown's cost grows faster than its length. */
const longest = 64 * 1024

const markdown = new MarkdownIt('default', { html: false, linkify: true, typographer: false, maxNesting: 50 })

// Pictures would tell other servers who reads: their text stays, as a link would.
markdown.renderer.rules.image = (tokens, index) => markdown.utils.escapeHtml(tokens[index]?.content ?? '')

markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'nofollow noreferrer')
  return self.renderToken(tokens, index, options)
}

/** Only addresses that lead to a page or a mailbox. */
markdown.validateLink = (url) => /^(?:https?:|mailto:|#|\/(?!\/))/i.test(url.trim())

/** A text of an advisory as HTML without any of its own markup, pictures or scripts. Links give nothing away and lend no weight. */
export const renderMarkdown = (text: string): string => markdown.render(cleanText(text).slice(0, longest))
