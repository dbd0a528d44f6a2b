/** Signs in through the form of the sign-in page, as a browser without scripts does; gives the cookie of the session. */
export async function signIn(
  server: string,
  account: { address: string; password: string },
): Promise<string> {
  const page = `${server}/sign-in`
  const html = await (await fetch(page)).text()
  const [asked] = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([text]) => text).filter(hasPassword)
  if (!asked) throw new Error('The sign-in page asks for no password.')
  const form = new FormData()
  for (const [tag] of asked.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
    form.append(attribute(tag, 'name'), attribute(tag, 'value'))
  form.set('address', account.address)
  form.set('password', account.password)
  const answer = await fetch(page, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { origin: server },
  })
  const session = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('session='))
  if (!session) throw new Error(`Signing in was answered with ${answer.status} and no session.`)
  return session.split(';')[0] ?? ''
}

const hasPassword = (form: string): boolean => form.includes('type="password"')

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
