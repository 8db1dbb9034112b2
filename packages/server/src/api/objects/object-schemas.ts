import { z } from '@hono/zod-openapi'
import { objectContent } from '../../library/index.ts'
import { after, longText, nameText } from '../requests.ts'

export const objectSpot = z.object({ moduleId: z.guid(), after })

export const madeObject = z.object({ objectId: z.guid() })

export const objectTexts = objectContent
  .omit({ pageIds: true })
  .extend({ name: nameText, objective: longText, reviewExercise: longText })
  .meta({ id: 'ObjectTexts', description: 'What a Learning Object has besides its pages.' })
