type Refusal = {
  status: number
  title: string
  body: readonly string[]
  /** What to do first for somebody whose page was replaced by this one. */
  wayBack: string
}

/** Sent when a form or a program on another site tries to change something here. */
export const foreignOriginRefusal: Refusal = {
  status: 403,
  title: 'This request came from another site',
  body: [
    'Nothing was changed. For your safety this site only accepts forms that were opened on it.',
    'Open the page again from its own address and send it from there. Browser extensions that hide where a request comes from can cause this too.',
  ],
  wayBack: 'Go back to find what you typed.',
}

/** Sent before anything of a too large body is read. */
export const tooLargeRefusal = (maxBytes: number): Refusal => ({
  status: 413,
  title: 'This is too large to send at once',
  body: [
    `Nothing was sent, and nothing is lost: what you typed is still there. Files and text together may have ${Math.floor(maxBytes / 1024 / 1024)} MB.`,
    'Send fewer or smaller files, or say in the text where the rest can be found.',
  ],
  wayBack: 'Go back to find what you typed.',
})

/** Sent when the address holds escapes that stand for no letters (`%ff`), on which the router would fail. */
export const brokenAddressRefusal: Refusal = {
  status: 400,
  title: 'This address is broken',
  body: ['It holds signs that stand for no letter, so nothing can be found there. Nothing was changed.'],
  wayBack: 'Copy the address once more and whole, or start from the first page.',
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
export function refusalPage({ title, body, wayBack }: Refusal, nonce: string): string {
  return `<!doctype html>
<html lang="en">
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
