import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import { FaultSchema } from '../domain/fault.ts';
import { DeskNoticeSchema } from '../domain/notice.ts';
import { RoomSchema } from '../domain/room.ts';
import { LINK_KINDS, TicketSchema } from '../domain/ticket.ts';
import { TicketDeskSchema, TicketPrioritySchema, TicketRuleSchema } from '../domain/ticket-desk.ts';
import { FieldSchema, FieldValuesSchema } from '../domain/ticket-fields.ts';
import { TicketHistorySchema } from '../domain/ticket-history.ts';
import { forRoles } from './procedure.ts';
import { type DepartmentView, LinkableRowSchema, RuleTrialSchema, type TicketFrame } from './ticket-views.ts';
import * as input from './tickets-inputs.ts';

const work = forRoles('controller', 'supervisor', 'agent');
const desk = forRoles('controller', 'supervisor');
const boss = forRoles('supervisor');

const id = z.string().min(1).max(400);
const one = z.object({ ticketId: id });
const versioned = one.extend({ version: z.number().int() });
const page = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), cursor: z.string().optional() });

/** Tickets: work that outlives the stream. */
export const ticketsContract = {
  open: work
    .route({
      method: 'POST',
      path: '/tickets',
      summary: 'Open a ticket: from a danmaku, a flag, a conversation, or of its own',
    })
    .input(input.OpenTicketInput)
    .output(TicketSchema),
  list: work
    .route({ method: 'GET', path: '/tickets', summary: 'Tickets, newest first' })
    .input(input.TicketListInput)
    .output(page(TicketSchema)),
  get: work
    .route({ method: 'GET', path: '/tickets/{ticketId}', summary: 'One ticket' })
    .input(one)
    .output(TicketSchema),
  note: work
    .route({
      method: 'POST',
      path: '/tickets/{ticketId}/notes',
      summary: 'Add a note, a reply given to the viewer, or what the viewer said; `@name` tells that person',
    })
    .input(input.TicketNoteInput)
    .output(TicketSchema),
  change: work
    .route({
      method: 'PATCH',
      path: '/tickets/{ticketId}',
      summary:
        'State, assignee, department, priority, type, title, description, progress, fields, resolution',
    })
    .input(input.TicketChangeInput)
    .output(TicketSchema),
  handOver: work
    .route({
      method: 'POST',
      path: '/tickets/{ticketId}/hand-over',
      summary: 'To another department, with a note',
    })
    .input(
      versioned.extend({
        department: z.string().min(1).max(64),
        note: z.string().min(1).max(5_000),
        assignee: id.nullable().optional(),
      }),
    )
    .output(TicketSchema),
  link: work
    .route({
      method: 'POST',
      path: '/tickets/{ticketId}/links',
      summary: 'Link a conversation, flag, action, gift, order, refund or ticket',
    })
    .input(one.extend({ kind: z.enum(LINK_KINDS), id, connectorId: z.string().max(64).optional() }))
    .output(TicketSchema),
  linkable: work
    .route({
      method: 'GET',
      path: '/tickets/{ticketId}/linkable',
      summary: 'What of its room may be linked to it, newest first: of its viewer, or of anybody',
    })
    .input(input.LinkableInput)
    .output(z.object({ rows: z.array(LinkableRowSchema) })),
  unlink: work
    .route({ method: 'POST', path: '/tickets/{ticketId}/links/remove', summary: 'Take a link off' })
    .input(one.extend({ kind: z.enum(LINK_KINDS), id }))
    .output(TicketSchema),
  rate: work
    .route({
      method: 'POST',
      path: '/tickets/{ticketId}/satisfaction',
      summary: 'What the viewer thought of it, 1 to 5',
    })
    .input(one.extend({ score: z.number().int().min(1).max(5), text: z.string().max(1_000).optional() }))
    .output(TicketSchema),
  merge: work
    .route({
      method: 'POST',
      path: '/tickets/{ticketId}/merge',
      summary: 'Merge others of the same room into this one; their notes and links come along',
    })
    .input(versioned.extend({ ticketIds: z.array(id).min(1).max(20) }))
    .output(TicketSchema),
  unmerge: work
    .route({
      method: 'POST',
      path: '/tickets/{ticketId}/unmerge',
      summary: 'Take a merge back: the other ticket is as it was',
    })
    .input(one.extend({ mergedId: id }))
    .output(z.object({ survivor: TicketSchema, ticket: TicketSchema })),
  split: work
    .route({
      method: 'POST',
      path: '/tickets/{ticketId}/split',
      summary: 'Make a second ticket of some notes and links; they move there',
    })
    .input(input.TicketSplitInput)
    .output(z.object({ ticket: TicketSchema, made: TicketSchema })),
  bulk: work
    .route({ method: 'POST', path: '/tickets/bulk', summary: 'The same to many; a result for each' })
    .input(z.object({ ticketIds: z.array(id).min(1).max(200), change: input.BulkChangeSchema }))
    .output(
      z.object({
        results: z.array(
          z.object({ ticketId: z.string(), ticket: TicketSchema.optional(), fault: FaultSchema.optional() }),
        ),
      }),
    ),
  history: work
    .route({
      method: 'GET',
      path: '/tickets/{ticketId}/history',
      summary: 'Every change, newest first: who, when, from, to',
    })
    .input(
      one.extend({
        limit: z.coerce.number().int().min(1).max(500).default(100),
        cursor: z.string().max(400).optional(),
      }),
    )
    .output(page(TicketHistorySchema)),
  queue: work
    .route({
      method: 'GET',
      path: '/tickets/queue',
      summary: 'A department’s unfinished tickets, the one that needs somebody first at the top',
    })
    .input(
      z.object({
        department: z.string().min(1).max(64),
        unassigned: input.flagInput.optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ rows: z.array(TicketSchema) })),
  takeNext: work
    .route({
      method: 'POST',
      path: '/tickets/queue/take',
      summary: 'Assign me the first of the queue that nobody has; none is `not_found`',
    })
    .input(z.object({ department: z.string().min(1).max(64) }))
    .output(TicketSchema),
  departments: work
    .route({
      method: 'GET',
      path: '/tickets/departments',
      summary: 'Departments with their queues in numbers',
    })
    .output(type<readonly DepartmentView[]>()),
  desk: work
    .route({
      method: 'GET',
      path: '/tickets/desk',
      summary: 'Types, departments, forms, targets, templates, rules',
    })
    .output(TicketDeskSchema),
  saveDesk: boss
    .route({
      method: 'PATCH',
      path: '/tickets/desk',
      summary: 'Change parts of it; what is not named stays',
    })
    .input(TicketDeskSchema.partial())
    .output(TicketDeskSchema),
  tryRule: boss
    .route({
      method: 'POST',
      path: '/tickets/rules/try',
      summary: 'What a rule would have opened of recent conversations; opens nothing',
    })
    .input(TicketRuleSchema)
    .output(RuleTrialSchema),
  form: work
    .route({
      method: 'GET',
      path: '/tickets/form',
      summary: 'The fields that a department and a type ask for',
    })
    .input(z.object({ department: z.string().max(64).optional(), type: z.string().max(64).optional() }))
    .output(z.object({ fields: z.array(FieldSchema) })),
  template: work
    .route({
      method: 'POST',
      path: '/tickets/templates/fill',
      summary: 'A template with its variables filled in',
    })
    .input(
      z.object({
        templateId: z.string().max(64),
        roomId: RoomSchema.shape.id,
        conversationId: id.optional(),
        personName: z.string().max(256).optional(),
      }),
    )
    .output(
      z.object({
        title: z.string(),
        description: z.string(),
        type: z.string().optional(),
        department: z.string().optional(),
        priority: TicketPrioritySchema.optional(),
        fields: FieldValuesSchema,
        missing: z.array(z.string()),
      }),
    ),
  export: desk
    .route({ method: 'GET', path: '/tickets/export', summary: 'As CSV or JSON; at most 10,000 tickets' })
    .input(
      input.TicketListInput.omit({ limit: true, cursor: true }).extend({ format: z.enum(['csv', 'json']) }),
    )
    .output(
      z.object({
        name: z.string(),
        mime: z.string(),
        text: z.string(),
        rows: z.number().int(),
        truncated: z.boolean(),
      }),
    ),
  feed: work
    .route({
      method: 'GET',
      path: '/feeds/tickets',
      summary: 'Tickets and my notices as they change',
    })
    .input(z.object({ resume: input.ResumeInput }))
    .output(eventIterator(type<TicketFrame>())),
  notices: work
    .route({ method: 'GET', path: '/tickets/notices', summary: 'What I was told, newest first' })
    .input(
      z.object({
        limit: z.coerce.number().int().min(1).max(200).default(50),
        cursor: z.string().max(400).optional(),
      }),
    )
    .output(page(DeskNoticeSchema)),
  readNotices: work
    .route({ method: 'POST', path: '/tickets/notices/read', summary: 'I have seen these' })
    .input(z.object({ noticeIds: z.array(id).min(1).max(200) }))
    .output(z.object({ read: z.number().int() })),
} as const;
