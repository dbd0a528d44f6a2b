/** A text as a string of CSS, each character that could end it spelled out. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\\n<]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`

/**
 * A style sheet that says something on a page without a body. Next draws some pages by a script alone and sends an empty body, of which
 * only the head is ours: there the sheet puts a heading and a text, until the script, where there is one, has drawn the page itself.
 */
export function speakingSheet(heading: string, text: string): string {
  const page = 'html#__next_error__ body'
  return `${page} { max-width: 36rem; margin: 4rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; white-space: pre-line }
${page}::before { content: ${quoted(heading)}; font-size: 1.5rem; font-weight: 600 }
${page}::after { content: ${quoted(`\n\n${text}`)} }
`
}

/** The sheet as an answer; `caching` as in `Cache-Control`. */
export const sheetAnswer = (sheet: string, caching: string): Response =>
  new Response(sheet, { headers: { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': caching } })
