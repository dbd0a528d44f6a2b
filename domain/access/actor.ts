export const roles = ['lead', 'handler', 'observer'] as const
export type Role = (typeof roles)[number]

export type Machine = 'github' | 'token'

/**
 * Who acts. Built in server/auth only; carried into every command and query. A reporter is whoever holds a receipt: `reportId` names
 * what it opens, a report or a request.
 */
export type Actor =
  | { kind: 'anyone' }
  | { kind: 'reporter'; reportId: string }
  | {
      kind: 'person'
      personId: string
      name: string
      isOwner: boolean
      /** Role per project id. */
      roles: Readonly<Record<string, Role>>
      /** Cases the person was put on by name: restricted ones, or as a collaborator. */
      cases: Readonly<Record<string, 'handler' | 'collaborator'>>
    }
  /** A program: GitHub, which proved itself by the project's secret, or whatever holds a token of the project. */
  | { kind: 'machine'; machine: Machine; projectId: string; id: string; name: string }
  | { kind: 'job'; job: string }

/** What an actor acts on, as far as permission depends on it. */
export type Subject =
  | { kind: 'instance' }
  | { kind: 'account'; personId: string }
  /** Somebody of the desk, as others see them: in the projects whose teams they are in. */
  | { kind: 'person'; personId: string; projectIds: readonly string[] }
  | { kind: 'project'; projectId: string }
  /** A kept view of the queue: of its maker, or, with a project, of its team. */
  | { kind: 'view'; personId: string; projectId: string | null }
  | { kind: 'request'; projectId: string; requestId: string }
  | {
      kind: 'case'
      projectId: string
      caseId: string
      isRestricted: boolean
      /** Reports that lead to the case. */
      reportIds: readonly string[]
      handlerId: string | null
      /** Who last edited the advisory: approving one's own is refused. */
      advisoryEditorId: string | null
    }
