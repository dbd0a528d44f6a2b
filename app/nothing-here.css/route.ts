import { pageLanguage } from '@/components/shell/page-language'

/** A text as a string of CSS, each character that could end it spelled out. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\n<]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`

/**
 * Says without scripts that there is nothing here. Next draws the 404 of an address that a page refuses by a script alone and sends
 * an empty body, of which only the head is ours: its sheet puts the words there, until the script has drawn the page itself.
 */
export async function GET(): Promise<Response> {
  const { t } = await pageLanguage()
  const page = 'html#__next_error__ body'
  const sheet = `${page} { max-width: 36rem; margin: 4rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; white-space: pre-line }
${page}::before { content: ${quoted(t('notFound.heading'))}; font-size: 1.5rem; font-weight: 600 }
${page}::after { content: ${quoted(`\n\n${t('notFound.note')}`)} }
`
  return new Response(sheet, { headers: { 'Content-Type': 'text/css; charset=utf-8' } })
}
