import { Feed } from 'feed'
import { advisoryPath } from '@/domain/advisories/advisory-path'
import type { PublicDocument } from '@/domain/advisories/public-document'
import { ratingLabel } from '@/domain/severity/rating'
import { epochMs, latest, type Instant } from '@/lib/instant'
import { environment } from '@/server/kernel/environment'
import { renderMarkdown } from './render-markdown'

// Everything XML 1.0 cannot hold; the feed's writer lets it through.
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
const clean = (text: string) => text.replace(notXml, '')
// The feed's writer calls titles HTML, so plain text must be written as such.
const asHtml = (text: string) => clean(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const date = (instant: Instant) => new Date(epochMs(instant))

/** Where a feed stands, and since when there is nothing newer in it. */
export interface FeedPlace {
  title: string
  description: string
  /** The page it belongs to, from `/` on. */
  page: string
  path: string
  /** What it says of its age while it is empty. */
  since: Instant
}

/** Announced advisories as an Atom feed (RFC 4287). The same documents always give the same text. */
export function atomFeed(
  place: FeedPlace,
  documents: readonly PublicDocument[],
): { text: string; changedAt: Instant } {
  const base = environment().BASE_URL
  const changedAt = latest(documents.map(({ updatedAt }) => updatedAt)) ?? place.since
  const feed = new Feed({
    id: `${base}${place.path}`,
    title: clean(place.title),
    description: clean(place.description),
    link: `${base}${place.page}`,
    feedLinks: { atom: `${base}${place.path}` },
    updated: date(changedAt),
    generator: 'Disclosure Desk',
    copyright: '',
  })
  for (const document of documents) {
    const link = `${base}${advisoryPath({ id: document.id, projectSlug: document.project.slug })}`
    feed.addItem({
      id: link,
      link,
      title: asHtml(titleOf(document)),
      description: clean(renderMarkdown(document.summary)),
      content: clean([document.summary, document.actions ?? ''].map(renderMarkdown).join('')),
      author: [{ name: clean(document.project.name) }],
      published: date(document.publishedAt),
      date: date(document.updatedAt),
    })
  }
  return { text: feed.atom1(), changedAt }
}

const titleOf = ({ status, project, title, severity, id }: PublicDocument): string =>
  `${status === 'withdrawn' ? 'Withdrawn: ' : ''}${project.name}: ${title} (${ratingLabel[severity.rating]}, ${id})`
