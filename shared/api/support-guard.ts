import { z } from 'zod';
import { BlockReasonSchema, BlockSchema } from '../support/block.ts';
import { DoorCountsSchema } from '../support/doors.ts';
import { forRoles } from './procedure.ts';

const staff = forRoles('agent', 'supervisor');
const boss = forRoles('supervisor');
const id = z.string().min(1).max(400);

/** Who may not write to the desk, and what its doors refused. */
export const supportGuard = {
  blocks: {
    list: staff
      .route({
        method: 'GET',
        path: '/support/blocks',
        summary: 'Blocked viewers and addresses, newest first',
      })
      .input(
        z.object({
          state: z.enum(['in_force', 'over', 'appealed']).optional(),
          viewerId: id.optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
          cursor: z.string().max(400).optional(),
        }),
      )
      .output(z.object({ rows: z.array(BlockSchema), cursor: z.string().optional() })),
    add: staff
      .route({
        method: 'POST',
        path: '/support/blocks',
        summary:
          'Block the viewer of a conversation; agents for at most a day, supervisors as long as needed',
      })
      .input(
        z.object({
          /** Made by the caller; the same id twice is one block. */
          id: z.uuid(),
          conversationId: id,
          /** By who she is; or also whoever else comes from her address. */
          scope: z.enum(['viewer', 'address', 'both']).default('viewer'),
          reason: BlockReasonSchema,
          note: z.string().max(500).optional(),
          /** Epoch ms; absent: until lifted. */
          until: z.number().optional(),
        }),
      )
      .output(BlockSchema),
    lift: staff
      .route({
        method: 'POST',
        path: '/support/blocks/{blockId}/lift',
        summary: 'Take a block back: its maker or a supervisor',
      })
      .input(z.object({ blockId: id }))
      .output(BlockSchema),
    answer: boss
      .route({
        method: 'POST',
        path: '/support/blocks/{blockId}/answer',
        summary: 'Answer a viewer’s appeal',
      })
      .input(z.object({ blockId: id, grant: z.boolean(), answer: z.string().max(500).default('') }))
      .output(BlockSchema),
  },
  doors: staff
    .route({ method: 'GET', path: '/support/doors', summary: 'What the viewers’ doors let in and refused' })
    .output(DoorCountsSchema),
} as const;
