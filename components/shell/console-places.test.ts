import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placesFor } from './console-places'

describe('the places of the console', () => {
  it('are all there, each page of its own once', () => {
    const pages = readdirSync('app/console').filter((name) => existsSync(`app/console/${name}/page.tsx`))
    // Changing several cases begins with choosing them.
    const own = pages.filter((name) => name !== 'change').map((name) => `/console/${name}`)
    expect(
      placesFor({ isOwner: true })
        .map(({ href }) => href)
        .toSorted(),
    ).toEqual(['/console', ...own].toSorted())
  })

  it('are fewer for who does not own the desk', () => {
    const seen = placesFor({ isOwner: false }).map(({ label }) => label)
    expect(seen).toEqual(expect.arrayContaining(['Requests', 'Notifications', 'Weaknesses (CWE)']))
    for (const label of ['People', 'Incoming mail', 'Outbox', 'Jobs']) expect(seen).not.toContain(label)
  })
})
