/** Why a request was turned away before any page was made, in words. */
export type Refusal = {
  status: number
  title: string
  body: readonly string[]
  /** What to do first for somebody whose page was replaced by this one. */
  wayBack: string
}

/** Whether an address, as it came, stands for text. */
export function isReadableAddress(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** A complete page for a refusal made before any page exists. Needs no script; its style element carries the nonce. */
export function refusalPage({ title, body, wayBack }: Refusal, nonce: string, language = 'en'): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style nonce="${escaped(nonce)}">
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 36rem; margin: 4rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; line-height: 1.25 }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${[...body, wayBack].map((line) => `<p>${escaped(line)}</p>`).join('\n')}
</main>
</body>
</html>
`
}
