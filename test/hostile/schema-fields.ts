import { z } from 'zod'
import type { Field } from './fields'

/** A place of an input, and the schema that reads it. */
export interface SchemaField {
  field: Field
  schema: z.ZodType
}

/** Every field of an input by its schema, at every depth, whether an example fills it or not; of a list its entries, as one field. */
export function fieldsOfSchema(schema: z.ZodType): SchemaField[] {
  return partsOf(schema).flatMap(([name, part]) => [
    { field: [name], schema: part },
    ...fieldsOfSchema(part).map(({ field, schema: own }) => ({ field: [name, ...field], schema: own })),
  ])
}

function partsOf(schema: z.ZodType): [string | number, z.ZodType][] {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape) as [string, z.ZodType][]
  if (schema instanceof z.ZodArray) return [[0, schema.element as z.ZodType]]
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap(partsOf)
  if (schema instanceof z.ZodPipe) {
    const { in: before, out } = schema as z.ZodPipe<z.ZodType, z.ZodType>
    return partsOf(before instanceof z.ZodTransform ? out : before)
  }
  const { innerType } = schema.def as { innerType?: z.ZodType }
  return innerType ? partsOf(innerType) : []
}
