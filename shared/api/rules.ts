import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import { RoomSchema } from '../domain/room.ts';
import { RuleDefinitionSchema } from '../rules/rule.ts';
import type {
  BacktestView,
  BundleReport,
  ImportReport,
  RuleBundle,
  RuleCheck,
  RuleDetail,
  RuleHitRow,
  RulesFrame,
  RuleTrial,
  RuleView,
  WordListDetail,
  WordListView,
} from '../rules/views.ts';
import { ListIdSchema, RuleIdSchema, VersionSchema, WordListContentSchema } from '../rules/words.ts';
import { flagInput } from './inputs.ts';
import { forRoles } from './procedure.ts';

const desk = forRoles('controller', 'supervisor');
const boss = forRoles('supervisor');

const one = z.object({ ruleId: RuleIdSchema });
const oneList = z.object({ listId: ListIdSchema });
const remark = z.string().max(500).optional();
const version = z.coerce.number().int().min(1).max(1_000_000);
const formats = z.enum(['text', 'csv', 'json']);
const base = { baseVersion: z.number().int().min(0).max(1_000_000) };
/** A file as the page read it: text, or bytes in base64 so that its encoding can be told. */
const upload = {
  format: z.enum(['auto', 'text', 'csv', 'json']),
  text: z.string().max(2_000_000).optional(),
  base64: z.base64().max(4_000_000).optional(),
};

/** Rules of one's own: written, counted in the shadow, live, taken back; their word lists; tests on history. */
export const rulesContract = {
  feed: desk
    .route({ method: 'GET', path: '/rules/feed', summary: 'Rules and word lists, as they change and count' })
    .output(eventIterator(type<RulesFrame>())),
  list: desk
    .route({ method: 'GET', path: '/rules', summary: 'Rules, with what they do and did' })
    .input(
      z.object({
        roomId: RoomSchema.shape.id.optional(),
        archived: flagInput.optional(),
      }),
    )
    .output(type<{ readonly rules: readonly RuleView[] }>()),
  get: desk
    .route({ method: 'GET', path: '/rules/{ruleId}', summary: 'One rule with its versions' })
    .input(one)
    .output(type<RuleDetail>()),
  check: desk
    .route({
      method: 'POST',
      path: '/rules/check',
      summary: 'What is wrong with a definition, and what it says',
    })
    .input(z.object({ definition: RuleDefinitionSchema }))
    .output(type<RuleCheck>()),
  try: desk
    .route({ method: 'POST', path: '/rules/try', summary: 'Texts tried on a definition; nothing is stored' })
    .input(
      z.object({ definition: RuleDefinitionSchema, texts: z.array(z.string().max(1_024)).min(1).max(50) }),
    )
    .output(type<{ readonly trials: readonly RuleTrial[] }>()),
  save: boss
    .route({
      method: 'PUT',
      path: '/rules/{ruleId}',
      summary: 'A new rule, or a new version of one, as a draft',
    })
    .input(one.extend({ ...base, definition: RuleDefinitionSchema, remark }))
    .output(type<RuleDetail>()),
  stage: boss
    .route({
      method: 'POST',
      path: '/rules/{ruleId}/stage',
      summary: 'Let a version count in the shadow, go live, or stop',
    })
    .input(one.extend({ version: VersionSchema, state: z.enum(['draft', 'shadow', 'live']) }))
    .output(type<RuleDetail>()),
  rollBack: boss
    .route({
      method: 'POST',
      path: '/rules/{ruleId}/roll-back',
      summary: 'Bring an earlier version back, as a new one that runs where the present one runs',
    })
    .input(one.extend({ toVersion: VersionSchema, remark }))
    .output(type<RuleDetail>()),
  archive: boss
    .route({ method: 'POST', path: '/rules/{ruleId}/archive', summary: 'Put away, or take out again' })
    .input(one.extend({ archived: z.boolean() }))
    .output(type<RuleDetail>()),
  resume: boss
    .route({
      method: 'POST',
      path: '/rules/{ruleId}/resume',
      summary: 'Let a rule work again after its brake or its suspension',
    })
    .input(one)
    .output(type<RuleDetail>()),
  hits: desk
    .route({ method: 'GET', path: '/rules/{ruleId}/hits', summary: 'Events a rule matched, newest first' })
    .input(
      one.extend({
        roomId: RoomSchema.shape.id.optional(),
        mode: z.enum(['shadow', 'live']).optional(),
        version: version.optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
        cursor: z.string().max(400).optional(),
      }),
    )
    .output(type<{ readonly rows: readonly RuleHitRow[]; readonly cursor?: string | undefined }>()),
  schema: desk
    .route({ method: 'GET', path: '/rules/schema', summary: 'The JSON Schema of a definition' })
    .output(z.object({ schema: z.record(z.string(), z.unknown()) })),
  exportAll: boss
    .route({
      method: 'GET',
      path: '/rules/export',
      summary: 'Newest versions of rules and lists as one document',
    })
    .input(z.object({ ruleIds: z.array(RuleIdSchema).max(200).optional() }))
    .output(type<RuleBundle>()),
  importAll: boss
    .route({
      method: 'POST',
      path: '/rules/import',
      summary: 'Rules and lists from such a document, as drafts',
    })
    .input(z.object({ bundle: z.unknown() }))
    .output(type<BundleReport>()),
  backtest: {
    start: desk
      .route({
        method: 'POST',
        path: '/rules/backtests',
        summary: 'What a definition would have done in a room, against another version',
      })
      .input(
        z.object({
          roomId: RoomSchema.shape.id,
          /** Epoch ms; the last 7 days unless given. */
          from: z.number().optional(),
          to: z.number().optional(),
          /** The newest so many events of that time are read. */
          most: z.number().int().min(100).max(200_000).default(50_000),
          /** What is tried: a definition as it stands in the form, or a version of a rule. */
          subject: z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('definition'), definition: RuleDefinitionSchema }),
            z.object({ kind: z.literal('version'), ruleId: RuleIdSchema, version: VersionSchema }),
          ]),
          /** What it is held against; nothing: every match is new. */
          against: z.object({ ruleId: RuleIdSchema, version: VersionSchema }).optional(),
        }),
      )
      .output(type<BacktestView>()),
    get: desk
      .route({ method: 'GET', path: '/rules/backtests/{backtestId}', summary: 'How a back-test stands' })
      .input(z.object({ backtestId: z.string().max(64) }))
      .output(type<BacktestView>()),
    feed: desk
      .route({
        method: 'GET',
        path: '/rules/backtests/{backtestId}/feed',
        summary: 'A back-test as it goes on, until it is over',
      })
      .input(z.object({ backtestId: z.string().max(64) }))
      .output(eventIterator(type<BacktestView>())),
    cancel: desk
      .route({ method: 'POST', path: '/rules/backtests/{backtestId}/cancel', summary: 'Stop a back-test' })
      .input(z.object({ backtestId: z.string().max(64) }))
      .output(type<BacktestView>()),
  },
  lists: {
    list: desk
      .route({ method: 'GET', path: '/word-lists', summary: 'Word lists' })
      .output(type<{ readonly lists: readonly WordListView[] }>()),
    get: desk
      .route({
        method: 'GET',
        path: '/word-lists/{listId}',
        summary: 'A word list with its words and versions',
      })
      .input(oneList.extend({ version: version.optional() }))
      .output(type<WordListDetail>()),
    save: boss
      .route({ method: 'PUT', path: '/word-lists/{listId}', summary: 'A new list, or a new version of one' })
      .input(oneList.extend({ ...base, content: WordListContentSchema, remark }))
      .output(type<WordListDetail & { readonly report: ImportReport }>()),
    rollBack: boss
      .route({
        method: 'POST',
        path: '/word-lists/{listId}/roll-back',
        summary: 'Bring an earlier version back, as a new one',
      })
      .input(oneList.extend({ toVersion: VersionSchema, remark }))
      .output(type<WordListDetail>()),
    remove: boss
      .route({ method: 'DELETE', path: '/word-lists/{listId}', summary: 'Remove a list that no rule names' })
      .input(oneList)
      .output(z.object({})),
    read: boss
      .route({
        method: 'POST',
        path: '/word-lists/read',
        summary: 'What a file would bring, and what would be left out; nothing is stored',
      })
      .input(z.object({ ...upload, listId: ListIdSchema.optional(), mode: z.enum(['add', 'replace']) }))
      .output(
        type<{
          readonly report: ImportReport;
          readonly words: readonly string[];
          readonly except: readonly string[];
        }>(),
      ),
    import: boss
      .route({
        method: 'POST',
        path: '/word-lists/{listId}/import',
        summary: 'Words from a file, as a new version',
      })
      .input(oneList.extend({ ...base, ...upload, mode: z.enum(['add', 'replace']), remark }))
      .output(type<WordListDetail & { readonly report: ImportReport }>()),
    export: desk
      .route({ method: 'GET', path: '/word-lists/{listId}/export', summary: 'A list as a file' })
      .input(oneList.extend({ format: formats, version: version.optional() }))
      .output(z.object({ name: z.string(), mediaType: z.string(), text: z.string() })),
  },
} as const;
