import { asc, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, memberships, people, projects } from '@/db/schema'
import type { Role } from '@/domain/access/actor'
import { query } from '@/server/kernel/query'
import { loadInstance } from './load-account'

/** Everybody with an account, removed people last, with their roles and how many open cases they answer for. */
export const peopleOfInstance = query({
  name: 'people.peopleOfInstance',
  input: z.object({}),
  may: 'manage_people',
  load: loadInstance,
  run: ({ tx }) =>
    tx
      .select({
        personId: people.id,
        name: people.name,
        address: people.email,
        isOwner: people.isOwner,
        createdAt: people.createdAt,
        removedAt: people.removedAt,
        roles: sql<Array<{ project: string; slug: string; role: Role }>>`(
          select coalesce(json_agg(json_build_object('project', p.name, 'slug', p.slug, 'role', m.role) order by p.name), '[]'::json)
          from ${memberships} m join ${projects} p on p.id = m.project_id where m.person_id = ${people}.id)`,
        openCases: sql<number>`(
          select count(*)::int from ${cases} c where c.handler_id = ${people}.id and c.stage <> 'closed')`,
      })
      .from(people)
      .orderBy(sql`${people.removedAt} is not null`, asc(sql`lower(${people.name})`), people.id),
})
