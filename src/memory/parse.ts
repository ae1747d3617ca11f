/** Meetings out of what a page answered. */
import * as v from 'valibot';
import { MIN_SHINGLES, WORDS } from '../sketch/sketch.ts';
import { metSchema, shortened } from './article.ts';

const bit32 = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff));

export const sketchSchema = v.object({
  size: v.pipe(v.number(), v.integer(), v.minValue(MIN_SHINGLES), v.maxValue(1e6)),
  bits: v.pipe(
    v.array(bit32),
    v.length(WORDS),
    v.transform((bits) => Uint32Array.from(bits)),
  ),
});

export const meetingSchema = v.object({
  met: v.pipe(
    v.looseObject({ title: v.string() }),
    v.transform((met) => ({ ...met, title: shortened(met.title) })),
    metSchema,
  ),
  sketch: sketchSchema,
});

/** `null` when it does not parse. */
export function parsed<S extends v.GenericSchema<unknown, unknown>>(
  schema: S,
  value: unknown,
): v.InferOutput<S> | null {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}
