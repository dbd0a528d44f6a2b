import { describe, expect, it } from 'vitest'
import type { Actor } from '../access/actor'
import type { Change } from './change'
import { allNews, isNews, noNews } from './news'
import { newsFor, type CaseHeard } from './news-for'

const person = (more: Partial<Extract<Actor, { kind: 'person' }>>): Actor => ({
  kind: 'person',
  personId: 'somebody',
  name: 'Somebody',
  isOwner: false,
  roles: {},
  cases: {},
  ...more,
})
const open: CaseHeard = {
  id: 'open',
  reference: 'MAR-1',
  projectId: 'marmotte',
  isRestricted: false,
  handlerId: null,
}
const restricted: CaseHeard = { ...open, id: 'restricted', reference: 'MAR-2', isRestricted: true }
const known = new Map([open, restricted].map((one) => [one.id, one]))
const note = (caseId: string): Change => ({ kind: 'case', caseId, event: 'note_added' })
const handler = person({ roles: { marmotte: 'handler' } })

describe('who hears of a change', () => {
  const changes = [note('open'), note('restricted')]
  it.each<[string, Actor, string[]]>([
    ['a handler: not of a restricted case', handler, ['MAR-1']],
    ['an observer: not of a restricted case', person({ roles: { marmotte: 'observer' } }), ['MAR-1']],
    ['a lead: of both', person({ roles: { marmotte: 'lead' } }), ['MAR-1', 'MAR-2']],
    ['an owner: of both', person({ isOwner: true }), ['MAR-1', 'MAR-2']],
    [
      'a handler put on the restricted case: of both',
      person({ roles: { marmotte: 'handler' }, cases: { restricted: 'handler' } }),
      ['MAR-1', 'MAR-2'],
    ],
    ['a collaborator: of theirs', person({ cases: { restricted: 'collaborator' } }), ['MAR-2']],
    ['the team of another project: of none', person({ roles: { mantoso: 'lead' } }), []],
    ['a reporter: of none', { kind: 'reporter', reportId: 'theirs' }, []],
    ['nobody in particular: of none', { kind: 'anyone' }, []],
  ])('%s', (_who, actor, cases) => {
    expect(newsFor(actor, changes, known)).toEqual({ ...noNews, cases })
    const lookers = ['open', 'restricted'].map((caseId): Change => ({ kind: 'lookers', caseId }))
    expect(newsFor(actor, lookers, known)).toEqual({ ...noNews, lookers: cases })
  })

  it('says nothing of a case that is gone', () =>
    expect(isNews(newsFor(handler, [note('gone')], known))).toBe(false))

  it('tells the team of requests to their project, and nobody of other matters of the desk', () => {
    const asked: Change = { kind: 'desk', event: 'request_received', projectId: 'marmotte' }
    expect(newsFor(handler, [asked], known)).toEqual({ ...noNews, requests: true })
    expect(newsFor(person({ roles: { mantoso: 'lead' } }), [asked], known)).toEqual(noNews)
    expect(newsFor(handler, [{ ...asked, event: 'policy_changed' }], known)).toEqual(noNews)
  })

  it('tells the team of alerts of their project', () => {
    const came: Change = { kind: 'desk', event: 'alert_received', projectId: 'marmotte' }
    expect(newsFor(person({ roles: { marmotte: 'observer' } }), [came], known)).toEqual({
      ...noNews,
      alerts: true,
    })
    expect(newsFor(person({ roles: { mantoso: 'lead' } }), [came], known)).toEqual(noNews)
  })

  it('tells a person that they were notified, and nobody else', () => {
    const told: Change = { kind: 'notified', personId: 'somebody' }
    expect(newsFor(handler, [told], known)).toEqual({ ...noNews, notifications: true })
    expect(newsFor(person({ personId: 'another', isOwner: true }), [told], known)).toEqual(noNews)
    expect(newsFor({ kind: 'reporter', reportId: 'somebody' }, [told], known)).toEqual(noNews)
  })

  it('asks whoever may have lost a case to look again, without saying at which', () => {
    const hidden: Change = { kind: 'case', caseId: 'restricted', event: 'restriction_changed' }
    expect(newsFor(handler, [hidden], known)).toEqual(allNews)
  })
})
