import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import { RoomSchema } from '../domain/room.ts';
import {
  BuiltinCategorySchema,
  ExampleSchema,
  PerThousandSchema,
  RoomModelSchema,
} from '../learning/model.ts';
import {
  type LearningFrame,
  LearningViewSchema,
  RESET_PARTS,
  ResetPreviewSchema,
} from '../learning/views.ts';
import { forRoles } from './procedure.ts';

const desk = forRoles('controller', 'supervisor');
const boss = forRoles('supervisor');
const one = z.object({ roomId: RoomSchema.shape.id });
const parts = z.array(z.enum(RESET_PARTS)).min(1).max(RESET_PARTS.length);

/** What rooms have learnt: controllers read, supervisors change. */
export const learningContract = {
  feed: desk
    .route({ method: 'GET', path: '/learning/feed', summary: 'What rooms have learnt, as it changes' })
    .output(eventIterator(type<LearningFrame>())),
  list: desk
    .route({ method: 'GET', path: '/learning', summary: 'What every room has learnt' })
    .output(z.array(LearningViewSchema)),
  room: desk
    .route({ method: 'GET', path: '/learning/{roomId}', summary: 'What a room has learnt' })
    .input(one)
    .output(LearningViewSchema),
  models: desk
    .route({ method: 'GET', path: '/learning/{roomId}/models', summary: 'The kept versions, newest first' })
    .input(one)
    .output(z.array(RoomModelSchema)),
  examples: desk
    .route({
      method: 'GET',
      path: '/learning/{roomId}/examples',
      summary: 'What people taught the room, newest first',
    })
    .input(
      one.extend({
        kind: ExampleSchema.shape.kind.optional(),
        text: z.string().max(200).optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
        cursor: z.string().max(400).optional(),
      }),
    )
    .output(z.object({ rows: z.array(ExampleSchema), total: z.number(), cursor: z.string().optional() })),
  retrain: boss
    .route({
      method: 'POST',
      path: '/learning/{roomId}/retrain',
      summary: 'Train now; the answer comes at once, progress in the feed',
    })
    .input(one)
    .output(LearningViewSchema),
  setBudget: boss
    .route({
      method: 'PUT',
      path: '/learning/{roomId}/budget',
      summary: 'Alerts per 1,000 messages, in force at once; null goes back to the default',
    })
    .input(
      one.extend({
        perThousand: PerThousandSchema.nullable().optional(),
        categories: z.partialRecord(BuiltinCategorySchema, PerThousandSchema.nullable()).optional(),
      }),
    )
    .output(LearningViewSchema),
  forgetExample: boss
    .route({
      method: 'DELETE',
      path: '/learning/{roomId}/examples/{exampleId}',
      summary: 'Forget one thing that was taught',
    })
    .input(one.extend({ exampleId: z.string().min(1).max(128) }))
    .output(LearningViewSchema),
  rollback: boss
    .route({
      method: 'POST',
      path: '/learning/{roomId}/rollback',
      summary: 'Back to the model before, or to one that is named',
    })
    .input(one.extend({ modelId: z.string().max(128).optional() }))
    .output(LearningViewSchema),
  resetPreview: boss
    .route({
      method: 'POST',
      path: '/learning/{roomId}/reset/preview',
      summary: 'What a reset would forget',
    })
    .input(one.extend({ parts }))
    .output(ResetPreviewSchema),
  reset: boss
    .route({ method: 'POST', path: '/learning/{roomId}/reset', summary: 'Forget, as previewed' })
    .input(one.extend({ parts, token: z.string().min(1).max(128) }))
    .output(LearningViewSchema),
} as const;
