import type { Actor, Subject } from './actor'
import { relationsOf, sees } from './relations-of'
import { verbs, type Relation, type Verb } from './verbs'

export type { Verb }

export type Decision = { allowed: true } | { allowed: false; reason: string }

const allowed: Decision = { allowed: true }
const denied = (reason: string): Decision => ({ allowed: false, reason })

const named: Record<Relation, string> = {
  anyone: 'anyone',
  reporter: 'the reporter',
  collaborator: 'a collaborator on this case',
  observer: 'an observer',
  handler: 'a handler',
  lead: 'a lead',
  owner: 'an owner',
  self: 'its person',
  job: 'the desk itself',
  github: 'GitHub',
  token: 'a token of the project',
}

const listed = (by: readonly Relation[]) => {
  const names = by.map((relation) => named[relation])
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('')
}

/**
 * May the actor do this to the subject, and if not, why: a sentence for beside the disabled button. Asks nothing but the table
 * `verbs`, the relations, and one more condition: nobody approves an advisory they edited last.
 */
export function can(actor: Actor, verb: Verb, subject: Subject): Decision {
  const rule = verbs[verb]
  if (rule.on !== subject.kind) return denied(`This is done on a ${rule.on}, not on a ${subject.kind}.`)
  const isPublic = (rule.by as readonly Relation[]).includes('anyone')
  if (!isPublic && !sees(actor, subject)) return denied('There is nothing here, or you may not see it.')
  const held = relationsOf(actor, subject)
  if (!rule.by.some((relation) => held.includes(relation)))
    return denied(`Only ${listed(rule.by)} may ${rule.says}.`)
  if (verb === 'approve_advisory' && isOwnEdit(actor, subject))
    return denied('You edited this advisory last. Somebody else approves it.')
  return allowed
}

const isOwnEdit = (actor: Actor, subject: Subject) =>
  actor.kind === 'person' && subject.kind === 'case' && subject.advisoryEditorId === actor.personId
