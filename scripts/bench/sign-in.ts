/** Signs in through the form of the sign-in page; gives the cookie of the session. */
export const signIn = (server: string, account: { address: string; password: string }): Promise<string> =>
  cookieFrom(server, '/sign-in', account, 'session')

/** Opens a report by its receipt; gives the cookie that remembers it. */
export const openReport = (server: string, receipt: string): Promise<string> =>
  cookieFrom(server, '/receipt', { receipt }, 'receipt')

/** Fills in a form of a page and posts it as a browser without scripts does; gives the cookie of that name. */
async function cookieFrom(
  server: string,
  path: string,
  typed: Record<string, string>,
  cookie: string,
): Promise<string> {
  const page = `${server}${path}`
  const html = await (await fetch(page)).text()
  const [asked] = [...html.matchAll(/<form[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .filter((form) => Object.keys(typed).every((name) => form.includes(` name="${name}"`)))
  if (!asked) throw new Error(`${path} has no form that asks for ${Object.keys(typed).join(' and ')}.`)
  const form = new FormData()
  for (const [tag] of asked.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
    form.append(attribute(tag, 'name'), attribute(tag, 'value'))
  for (const [name, value] of Object.entries(typed)) form.set(name, value)
  const answer = await fetch(page, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { origin: server },
  })
  const given = answer.headers.getSetCookie().find((one) => one.startsWith(`${cookie}=`))
  if (!given) throw new Error(`${path} was answered with ${answer.status} and no cookie ${cookie}.`)
  return given.split(';')[0] ?? ''
}

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
