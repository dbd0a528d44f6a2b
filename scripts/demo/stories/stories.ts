import type { Story } from '../play'
import { artOfTechStories } from './art-of-tech'
import { dynamooseStories } from './dynamoose'
import { mantosoStories } from './mantoso'
import { marmotteStories } from './marmotte'
import { pedroStories } from './pedro'

/** Every case of the demonstration. None of them is a real vulnerability, and nobody in them is a real person. */
export const stories: readonly Story[] = [
  ...mantosoStories,
  ...pedroStories,
  ...artOfTechStories,
  ...dynamooseStories,
  ...marmotteStories,
]
