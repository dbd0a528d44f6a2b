import type { Story } from '../play'
import { alerts } from './alerts'
import { artOfTechStories } from './art-of-tech'
import { assessments } from './assessments'
import { dynamooseStories } from './dynamoose'
import { mantosoStories } from './mantoso'
import { marmotteStories } from './marmotte'
import { pedroStories } from './pedro'

/** Everything that happens in the demonstration. Nothing in it is a real vulnerability, and nobody in it is a real person. */
export const stories: readonly Story[] = [
  ...mantosoStories,
  ...pedroStories,
  ...artOfTechStories,
  ...dynamooseStories,
  ...marmotteStories,
  alerts,
  assessments,
]
