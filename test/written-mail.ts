interface WrittenMail {
  from?: string | null
  to?: string
  subject?: string | null
  id?: string | null
  headers?: readonly string[]
  body?: string
}

let count = 0

/** A message in the form of RFC 5322; each has a Message-ID of its own unless told otherwise. `null`: without that header. */
export function writtenMail({ from, to, subject, id, headers = [], body }: WrittenMail = {}): Buffer {
  count += 1
  const lines = [
    ...(from === null ? [] : [`From: ${from ?? 'Rita Reporter <rita@example.net>'}`]),
    `To: ${to ?? 'security@marmotte.test'}`,
    ...(subject === null ? [] : [`Subject: ${subject ?? 'Reset tokens stay valid'}`]),
    ...(id === null ? [] : [`Message-ID: <${id ?? `mail-${count}@example.net`}>`]),
    'Date: Fri, 20 Nov 2026 08:59:00 +0000',
    ...headers,
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body ?? wholeText}`, 'latin1')
}

export const wholeText =
  'A token for resetting the password still works after the password was changed with another one. Whoever once read a mail takes the account over again.\r\n'
