import { z } from 'zod';
import { SHOP_KINDS } from './connector.ts';
import { SHOP_ROW, ShopAnswerSchema, ShopErrorSchema, ShopRequestSchema } from './protocol.ts';

/** The protocol as JSON Schema (2020-12): the question, the answer, its rows by kind, and how to say no. */
export function shopJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = (of: z.ZodType): unknown => z.toJSONSchema(of, { io: 'input' });
  return {
    question: schema(ShopRequestSchema),
    answer: schema(ShopAnswerSchema),
    rows: Object.fromEntries(SHOP_KINDS.map((kind) => [kind, schema(SHOP_ROW[kind])])),
    error: schema(ShopErrorSchema),
  };
}
