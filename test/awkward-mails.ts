import { gzipSync } from 'node:zlib'
import type { IncomingReason, IncomingState } from '@/domain/mail/incoming-state'
import { wholeText, writtenMail } from './written-mail'

export interface AwkwardMail {
  name: string
  raw: Buffer
  becomes: IncomingState
  reason?: IncomingReason
  /** Must stand in the report's description. */
  says?: string
  /** Must not. */
  hides?: string
  title?: string
  files?: number
  isEncrypted?: boolean
}

const text = wholeText
const latin1 = (bytes: Buffer) => bytes.toString('latin1')
const utf8 = (words: string) => latin1(Buffer.from(words, 'utf8'))
const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')
const head = (type: string, encoding = '8bit') => [
  'MIME-Version: 1.0',
  `Content-Type: ${type}`,
  `Content-Transfer-Encoding: ${encoding}`,
]
const part = (headers: string[], body: string) => `${headers.join('\r\n')}\r\n\r\n${body}\r\n`
const multipart = (kind: string, parts: string[], boundary = 'edge') => ({
  headers: ['MIME-Version: 1.0', `Content-Type: multipart/${kind}; boundary="${boundary}"`],
  body: `${parts.map((one) => `--${boundary}\r\n${one}`).join('')}--${boundary}--\r\n`,
})
const plainPart = (words = text) => part(['Content-Type: text/plain; charset=utf-8'], words)
const htmlPart = (html: string) => part(['Content-Type: text/html; charset=utf-8'], html)
const filePart = (name: string, type: string, content: Buffer | string) =>
  part(
    [
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
    ],
    base64(content),
  )
const armoured =
  '-----BEGIN PGP MESSAGE-----\r\n\r\nhF4DAAAAAAAAAAASAQdA\r\n=abcd\r\n-----END PGP MESSAGE-----\r\n'
const report = (mail: Omit<AwkwardMail, 'becomes'>): AwkwardMail => ({ becomes: 'report', ...mail })
const ignored = (name: string, reason: IncomingReason, raw: Buffer): AwkwardMail => ({
  name,
  reason,
  raw,
  becomes: 'ignored',
})
const held = (name: string, reason: IncomingReason, raw: Buffer): AwkwardMail => ({
  name,
  reason,
  raw,
  becomes: 'held',
})

function nested(depth: number): string {
  let inner = plainPart()
  for (let level = depth; level > 0; level--) {
    const { headers, body } = multipart('mixed', [inner], `edge${level}`)
    inner = part(headers, body)
  }
  return inner
}

const deliveryNotice = (fields: string, about = 'mail-unknown@example.net') =>
  multipart('report; report-type=delivery-status', [
    plainPart('Your mail could not be delivered.'),
    part(
      ['Content-Type: message/delivery-status'],
      `Reporting-MTA: dns; mx.example.net\r\n\r\n${fields}\r\n`,
    ),
    part(['Content-Type: text/rfc822-headers'], `Message-ID: <${about}>\r\n`),
  ])

/** Mails as they come in from all the world, and what each must become. */
export const awkwardMails: AwkwardMail[] = [
  report({ name: 'plain text without MIME', raw: writtenMail(), says: 'A token for resetting' }),
  report({
    name: 'ISO 8859-1',
    raw: writtenMail({ headers: head('text/plain; charset=iso-8859-1'), body: `${text}Gr\xfc\xdfe` }),
    says: 'Grüße',
  }),
  report({
    name: 'Windows-1252 quotes',
    raw: writtenMail({ headers: head('text/plain; charset=windows-1252'), body: `${text}\x93so\x94` }),
    says: '“so”',
  }),
  report({
    name: 'KOI8-R',
    raw: writtenMail({
      headers: head('text/plain; charset=koi8-r'),
      body: `${text}\xf0\xd2\xc9\xd7\xc5\xd4`,
    }),
    says: 'Привет',
  }),
  report({
    name: 'Shift_JIS',
    raw: writtenMail({ headers: head('text/plain; charset=shift_jis'), body: `${text}\x93\xfa\x96\x7b` }),
    says: '日本',
  }),
  report({
    name: 'ISO 2022-JP',
    raw: writtenMail({
      headers: head('text/plain; charset=iso-2022-jp', '7bit'),
      body: `${text}\x1b$BF|K\\\x1b(B`,
    }),
    says: 'A token',
  }),
  report({
    name: 'GB18030',
    raw: writtenMail({ headers: head('text/plain; charset=gb18030'), body: `${text}\xc4\xe3\xba\xc3` }),
    says: '你好',
  }),
  report({
    name: 'UTF-16',
    raw: writtenMail({
      headers: head('text/plain; charset=utf-16le', 'base64'),
      body: base64(Buffer.from(text, 'utf16le')),
    }),
    says: 'A token',
  }),
  report({
    name: 'UTF-8 with a byte order mark',
    raw: writtenMail({ headers: head('text/plain; charset=utf-8'), body: utf8(`\uFEFF${text}`) }),
    says: 'A token',
  }),
  report({
    name: 'a charset nobody knows',
    raw: writtenMail({ headers: head('text/plain; charset=x-nobody'), body: text }),
    says: 'A token',
  }),
  report({
    name: '8-bit text that names no charset',
    raw: writtenMail({ body: utf8(`${text}Grüße`) }),
    says: 'A token',
  }),
  report({
    name: 'invalid UTF-8',
    raw: writtenMail({ headers: head('text/plain; charset=utf-8'), body: `${text}\xff\xfe\xc3` }),
    says: 'A token',
  }),
  report({ name: 'NUL bytes', raw: writtenMail({ body: `${text}nul\0nul` }), says: 'nulnul' }),
  report({ name: 'NUL bytes in the head', raw: writtenMail({ subject: 'nul\0nul' }), title: 'nulnul' }),
  report({
    name: 'control characters and ANSI escapes',
    raw: writtenMail({ body: `${text}\x1b[31mred\x07\x08` }),
    says: 'red',
  }),
  report({
    name: 'line breaks in an encoded subject',
    raw: writtenMail({ subject: '=?utf-8?Q?one=0D=0ABcc:_x@y.test=00?=' }),
    title: 'one Bcc: x@y.test',
  }),
  report({
    name: 'right-to-left text and overrides',
    raw: writtenMail({
      headers: head('text/plain; charset=utf-8'),
      subject: `=?utf-8?B?${base64('שלום \u202Eexe.pdf')}?=`,
      body: utf8(`${text}שלום \u202E evil`),
    }),
    says: 'שלום',
    hides: '\u202E',
  }),
  report({
    name: 'a subject in two charsets',
    raw: writtenMail({ subject: '=?iso-8859-1?Q?Gr=FC=DFe?= =?utf-8?B?4oCT?=' }),
    title: 'Grüße–',
  }),
  report({
    name: 'a broken encoded subject',
    raw: writtenMail({ subject: '=?utf-8?B?%%%?= =?x?Q?' }),
    says: 'A token',
  }),
  report({
    name: 'a subject of 100,000 characters',
    raw: writtenMail({ subject: 'long '.repeat(20_000) }),
    says: 'A token',
  }),
  report({
    name: 'no subject',
    raw: writtenMail({ subject: null }),
    title:
      'A token for resetting the password still works after the password was changed with another one. Who…',
  }),
  report({ name: 'an empty subject', raw: writtenMail({ subject: '' }), says: 'A token' }),
  report({ name: 'no Message-ID', raw: writtenMail({ id: null }), says: 'A token' }),
  report({ name: 'no sender', raw: writtenMail({ from: null }), says: 'A token' }),
  report({
    name: 'a sender that is no address',
    raw: writtenMail({ from: 'nobody at all' }),
    says: 'A token',
  }),
  report({
    name: 'several senders',
    raw: writtenMail({ from: 'One <one@example.net>, Two <two@example.net>' }),
    says: 'A token',
  }),
  report({
    name: 'a sender as a group',
    raw: writtenMail({ from: 'Team: One <one@example.net>;' }),
    says: 'A token',
  }),
  report({
    name: 'a sender that adds recipients',
    raw: writtenMail({ from: '"x\r\n Bcc: y@z.test" <rita@example.net>' }),
    says: 'A token',
  }),
  report({
    name: 'an international sender',
    raw: writtenMail({ from: utf8('Rita <ritä@exämple.net>') }),
    says: 'A token',
  }),
  report({
    name: 'two thousand headers',
    raw: writtenMail({ headers: Array.from({ length: 2000 }, (_, n) => `X-Header-${n}: ${'v'.repeat(50)}`) }),
    says: 'A token',
  }),
  report({
    name: 'a header of a megabyte',
    raw: writtenMail({ headers: [`X-Huge: ${'v'.repeat(1_000_000)}`] }),
    says: 'A token',
  }),
  report({
    name: 'a folded header of ten thousand lines',
    raw: writtenMail({ headers: [`X-Folded: ${'v\r\n '.repeat(10_000)}v`] }),
    says: 'A token',
  }),
  report({
    name: 'ten thousand recipients',
    raw: writtenMail({
      to: `security@marmotte.test, ${Array.from({ length: 10_000 }, (_, n) => `r${n}@example.net`).join(',\r\n ')}`,
    }),
    says: 'A token',
  }),
  report({
    name: 'bare line feeds',
    raw: Buffer.from(latin1(writtenMail()).replace(/\r\n/g, '\n'), 'latin1'),
    says: 'A token',
  }),
  report({
    name: 'a line of a megabyte',
    raw: writtenMail({ body: `${text}${'x'.repeat(1_000_000)}` }),
    says: 'A token',
    files: 1,
  }),
  report({ name: 'white space without end', raw: writtenMail({ body: `${text}${' '.repeat(1_000_000)}x` }) }),
  report({
    name: 'quoted-printable',
    raw: writtenMail({
      headers: head('text/plain; charset=utf-8', 'quoted-printable'),
      body: `${text}Gr=C3=BC=C3=9Fe =\r\nfolded`,
    }),
    says: 'Grüße folded',
  }),
  report({
    name: 'broken quoted-printable',
    raw: writtenMail({
      headers: head('text/plain; charset=utf-8', 'quoted-printable'),
      body: `${text}100=% =ZZ =`,
    }),
    says: 'A token',
  }),
  report({
    name: 'broken base64',
    raw: writtenMail({
      headers: head('text/plain; charset=utf-8', 'base64'),
      body: `${base64(text)}!!! not base64 ***`,
    }),
    says: 'A token',
  }),
  report({
    name: 'an encoding nobody knows',
    raw: writtenMail({ headers: head('text/plain; charset=utf-8', 'x-uuencode') }),
    says: 'A token',
  }),
  report({
    name: 'a content type that is none',
    raw: writtenMail({ headers: ['MIME-Version: 1.0', 'Content-Type: ;;;='] }),
    becomes: 'report',
  } as AwkwardMail),
  report({
    name: 'format=flowed',
    raw: writtenMail({
      headers: head('text/plain; charset=utf-8; format=flowed'),
      body: `${text}one \r\ntwo`,
    }),
    says: 'one two',
  }),
  report({
    name: 'HTML only',
    raw: writtenMail({
      headers: head('text/html; charset=utf-8'),
      body: utf8(`<p>${text}</p><p>Fish &amp; chips</p>`),
    }),
    says: 'Fish & chips',
  }),
  report({
    name: 'HTML with scripts, styles and trackers',
    raw: writtenMail({
      headers: head('text/html'),
      body: `<style>p{}</style><script>alert("evil")</script><p onclick="evil()">${text}</p><img src="https://tracker.test/x.gif"><iframe src="https://evil.test"></iframe>`,
    }),
    says: 'A token',
    hides: 'evil',
  }),
  report({
    name: 'HTML that never closes a tag',
    raw: writtenMail({ headers: head('text/html'), body: `<p>${text}${'<div class="'.repeat(50_000)}` }),
    says: 'A token',
  }),
  report({
    name: 'HTML nested fifty thousand deep',
    raw: writtenMail({ headers: head('text/html'), body: `${'<blockquote>'.repeat(50_000)}${text}` }),
    says: 'A token',
  }),
  report({
    name: 'HTML of open angle brackets',
    raw: writtenMail({ headers: head('text/html'), body: `<p>${text}${'<'.repeat(300_000)}` }),
    says: 'A token',
  }),
  report({
    name: 'HTML of unclosed selects',
    raw: writtenMail({ headers: head('text/html'), body: `<p>${text}${'<select>'.repeat(100_000)}` }),
    says: 'A token',
  }),
  report({
    name: 'HTML with a picture inside',
    raw: writtenMail({
      headers: head('text/html'),
      body: `<p>${text}<img src="data:image/png;base64,${'A'.repeat(200_000)}">`,
    }),
    says: 'A token',
    hides: 'AAAA',
  }),
  report({
    name: 'plain text beside HTML',
    raw: writtenMail(multipart('alternative', [plainPart(), htmlPart('<p>The other one</p>')])),
    says: 'A token',
    hides: 'The other one',
  }),
  report({
    name: 'plain text that only points to its HTML',
    raw: writtenMail(multipart('alternative', [plainPart('See the HTML part.'), htmlPart(`<p>${text}</p>`)])),
    says: 'A token',
  }),
  report({
    name: 'an alternative without an end',
    raw: writtenMail({ headers: multipart('mixed', []).headers, body: `--edge\r\n${plainPart()}` }),
    says: 'A token',
  }),
  report({
    name: 'a multipart that begins late',
    raw: writtenMail({
      headers: multipart('mixed', []).headers,
      body: `${text}--edge\r\n${plainPart('The part has words of its own, quite a lot of them to be sure.')}--edge--`,
    }),
    says: 'The part',
  }),
  report({
    name: 'forty parts inside each other',
    raw: writtenMail({
      headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="outer"'],
      body: `--outer\r\n${nested(40)}--outer--\r\n`,
    }),
    says: 'A token',
  }),
  {
    ...report({
      name: 'five hundred parts inside each other',
      raw: writtenMail({
        headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="outer"'],
        body: `--outer\r\n${nested(500)}--outer--\r\n`,
      }),
    }),
  },
  report({
    name: 'three thousand parts beside each other',
    raw: writtenMail(
      multipart('mixed', [
        plainPart(),
        ...Array.from({ length: 3000 }, (_, n) => part([`Content-Type: application/x-${n}`], 'x')),
      ]),
    ),
    says: 'A token',
    files: 1,
  }),
  report({
    name: 'a file',
    raw: writtenMail(multipart('mixed', [plainPart(), filePart('poc.txt', 'text/plain', 'poc')])),
    files: 1,
  }),
  report({
    name: 'a file with a hostile name',
    raw: writtenMail(
      multipart('mixed', [plainPart(), filePart('../../etc/\u0000passwd', 'text/plain', 'poc')]),
    ),
    files: 1,
  }),
  report({
    name: 'a file name in RFC 2231 parts',
    raw: writtenMail(
      multipart('mixed', [
        plainPart(),
        part(
          [
            'Content-Type: application/x-poc',
            "Content-Disposition: attachment; filename*0*=utf-8''gr%C3%BC; filename*1=n.txt",
          ],
          'poc',
        ),
      ]),
    ),
    files: 1,
  }),
  report({
    name: 'a file that is too large',
    raw: writtenMail(
      multipart('mixed', [
        plainPart(),
        filePart('big.bin', 'application/octet-stream', Buffer.alloc(2_200_000, 1)),
      ]),
    ),
    files: 0,
    says: 'too large',
  }),
  report({
    name: 'more files than a report takes',
    raw: writtenMail(
      multipart('mixed', [
        plainPart(),
        ...Array.from({ length: 8 }, (_, n) => filePart(`${n}.txt`, 'text/plain', `${n}`)),
      ]),
    ),
    files: 5,
    says: '3 files',
  }),
  report({
    name: 'an empty file',
    raw: writtenMail(multipart('mixed', [plainPart(), filePart('nothing.txt', 'text/plain', '')])),
    files: 0,
  }),
  report({
    name: 'winmail.dat',
    raw: writtenMail(
      multipart('mixed', [
        plainPart(),
        filePart('winmail.dat', 'application/ms-tnef', Buffer.from('789f3e22', 'hex')),
      ]),
    ),
    files: 1,
  }),
  report({
    name: 'an archive that unpacks to a gigabyte is not unpacked',
    raw: writtenMail(
      multipart('mixed', [
        plainPart(),
        filePart('bomb.gz', 'application/gzip', gzipSync(Buffer.alloc(20_000_000))),
      ]),
    ),
    files: 1,
  }),
  report({
    name: 'a forwarded mail in line',
    raw: writtenMail({
      body: `Please look at this, it was sent to me:\r\n\r\n---------- Forwarded message ---------\r\nFrom: Finder <finder@example.com>\r\n\r\n> ${text}`,
    }),
    says: 'Finder',
  }),
  report({
    name: 'a forwarded mail as a part',
    raw: writtenMail(
      multipart('mixed', [
        plainPart('Somebody sent me the mail that is below, and I think that you should have it.'),
        part(
          ['Content-Type: message/rfc822', 'Content-Disposition: attachment'],
          latin1(writtenMail({ id: 'forwarded@example.net' })),
        ),
      ]),
    ),
    files: 1,
  }),
  report({
    name: 'a report that quotes itself',
    raw: writtenMail({ body: `I sent this last week and nobody answered:\r\n\r\n> ${text}` }),
    says: '> A token',
  }),
  report({
    name: 'a signature',
    raw: writtenMail({ body: `${text}\r\n-- \r\nRita Reporter\r\nResearch` }),
    says: 'Research',
  }),
  report({
    name: 'a signed mail',
    raw: writtenMail(
      multipart('signed; protocol="application/pgp-signature"', [
        plainPart(),
        part(
          ['Content-Type: application/pgp-signature; name="signature.asc"'],
          '-----BEGIN PGP SIGNATURE-----\r\n-----END PGP SIGNATURE-----',
        ),
      ]),
    ),
    says: 'A token',
    files: 0,
  }),
  report({
    name: 'a mail signed with S/MIME',
    raw: writtenMail(
      multipart('signed; protocol="application/pkcs7-signature"', [
        plainPart(),
        filePart('smime.p7s', 'application/pkcs7-signature', 'sig'),
      ]),
    ),
    says: 'A token',
    files: 0,
  }),
  report({
    name: 'PGP/MIME',
    raw: writtenMail(
      multipart('encrypted; protocol="application/pgp-encrypted"', [
        part(['Content-Type: application/pgp-encrypted'], 'Version: 1'),
        part(['Content-Type: application/octet-stream; name="encrypted.asc"'], armoured),
      ]),
    ),
    says: 'BEGIN PGP MESSAGE',
    isEncrypted: true,
    files: 0,
  }),
  report({
    name: 'inline PGP',
    raw: writtenMail({ body: armoured, subject: '...' }),
    says: 'hF4DAAAAAAAAAAASAQdA',
    isEncrypted: true,
  }),
  report({
    name: 'inline PGP without a subject',
    raw: writtenMail({ body: armoured, subject: null }),
    title: 'Encrypted report by mail',
    isEncrypted: true,
  }),
  report({
    name: 'an armour that is cut off',
    raw: writtenMail({ body: `${text}-----BEGIN PGP MESSAGE-----\r\nhF4D` }),
    says: 'hF4D',
    isEncrypted: false,
  }),
  report({
    name: 'a PGP message longer than a report',
    raw: writtenMail({
      body: `-----BEGIN PGP MESSAGE-----\r\n\r\n${'QUJD'.repeat(16).concat('\r\n').repeat(1500)}-----END PGP MESSAGE-----`,
    }),
    isEncrypted: true,
    files: 1,
  }),
  held(
    'S/MIME encryption',
    'smime',
    writtenMail({
      headers: [...head('application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"', 'base64')],
      body: base64('sealed'),
    }),
  ),
  held('nothing but a link', 'only_link', writtenMail({ body: 'PoC: https://gist.example/1' })),
  held(
    'nothing but a file',
    'only_file',
    writtenMail(
      multipart('mixed', [plainPart('see attached'), filePart('report.pdf', 'application/pdf', '%PDF')]),
    ),
  ),
  held(
    'a file and no text',
    'only_file',
    writtenMail(multipart('mixed', [filePart('report.pdf', 'application/pdf', '%PDF')])),
  ),
  held('an empty mail', 'empty', writtenMail({ body: '' })),
  held('a mail of white space', 'empty', writtenMail({ body: ' \r\n\t\r\n' })),
  held(
    'HTML that says nothing',
    'empty',
    writtenMail({ headers: head('text/html'), body: '<html><body><img src="cid:x"></body></html>' }),
  ),
  held('a mail to nobody of this desk', 'no_project', writtenMail({ to: 'somebody@elsewhere.test' })),
  held('a mail without a recipient', 'no_project', writtenMail({ to: 'undisclosed-recipients:;' })),
  held('no head at all', 'no_project', Buffer.from('\r\n\r\nsome text')),
  held('not a mail', 'no_project', Buffer.from([0, 1, 2, 3, 255, 254, 13, 10, 0])),
  report({
    name: 'a mail delivered to an alias it does not name',
    raw: writtenMail({ to: 'list-of-friends:;', headers: ['Delivered-To: security@marmotte.test'] }),
    says: 'A token',
  }),
  report({
    name: 'an address in other letters',
    raw: writtenMail({ to: 'Security <SECURITY@Marmotte.TEST>' }),
    says: 'A token',
  }),
  report({
    name: 'an address with a tag that we never gave out',
    raw: writtenMail({ to: 'security+abcdefghjkmnpqrstvwxyz0123@marmotte.test' }),
    says: 'A token',
  }),
  report({
    name: 'a claim to answer what we never sent',
    raw: writtenMail({ headers: ['In-Reply-To: <00000000-0000-4000-8000-000000000001@desk.test>'] }),
    says: 'A token',
  }),
  ignored('a vacation answer', 'automatic', writtenMail({ headers: ['Auto-Submitted: auto-replied'] })),
  ignored('a vacation answer of an old kind', 'automatic', writtenMail({ headers: ['X-Autoreply: yes'] })),
  ignored(
    'an answer marked by its precedence',
    'automatic',
    writtenMail({ headers: ['Precedence: auto_reply'] }),
  ),
  ignored('a mail that cannot be answered', 'automatic', writtenMail({ headers: ['Return-Path: <>'] })),
  ignored(
    'a notice that it was read',
    'automatic',
    writtenMail(
      multipart('report; report-type=disposition-notification', [plainPart('Your mail was read.')]),
    ),
  ),
  held('a mailing list', 'bulk', writtenMail({ headers: ['List-Id: <announce.example.net>'] })),
  ignored('an advertisement', 'bulk', writtenMail({ headers: ['Precedence: bulk'] })),
  ignored('our own address', 'own', writtenMail({ from: 'Marmotte <security@marmotte.test>' })),
  ignored(
    'a bounce of what we never sent',
    'foreign_bounce',
    writtenMail({
      from: 'MAILER-DAEMON@mx.example.net',
      ...deliveryNotice('Final-Recipient: rfc822; x@y.test\r\nAction: failed\r\nStatus: 5.1.1'),
    }),
  ),
  ignored(
    'a bounce in the words of qmail',
    'foreign_bounce',
    writtenMail({
      from: 'mailer-daemon@example.net',
      headers: ['Return-Path: <>'],
      body: 'Hi. This is the qmail-send program.',
    }),
  ),
  report({
    name: 'the same Message-ID with another text, first',
    raw: writtenMail({ id: 'twice@example.net', body: `${text}First.` }),
    says: 'First.',
  }),
  report({
    name: 'the same Message-ID with another text, second',
    raw: writtenMail({ id: 'twice@example.net', body: `${text}Second.` }),
    says: 'Second.',
  }),
]
