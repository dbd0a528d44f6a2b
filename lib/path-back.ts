/** Path of our own page a form was sent from; the start page when the browser does not say. */
export function pathBack(headers: Headers): string {
  const referer = headers.get('referer')
  if (!referer || !URL.canParse(referer)) return '/'
  const { host, pathname, search } = new URL(referer)
  return host === headers.get('host') ? `/${pathname.replace(/^\/+/, '')}${search}` : '/'
}
