import { expect, it } from 'vitest'
import { projectOf } from './project-of'

it('is the project that has the case now, whatever its reference begins with', () => {
  const choices = { projects: [{ slug: 'marmotte' }, { slug: 'pedro' }] }
  const moved = { reference: 'MAR-7K3QX', project: 'pedro' }
  expect(projectOf(choices, moved)).toBe(choices.projects[1])
  expect(projectOf(choices, { project: 'elsewhere' })).toBeUndefined()
})
