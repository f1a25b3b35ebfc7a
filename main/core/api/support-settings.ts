import { fault } from '../../../shared/domain/fault.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import { fillText, waitText } from '../../../shared/support/fill.ts';
import { hoursText } from '../../../shared/support/hours.ts';
import { keywordFor } from '../../../shared/support/keywords.ts';
import { maskedSecrets, withKeptSecrets } from '../../../shared/support/secret-parts.ts';
import { actorOf, type Caller } from '../access/members.ts';
import type { Services } from '../services.ts';
import { articleUploads } from '../support/uploads.ts';
import { api, checkRoom, checkWholeHub, errorOf, unwrap } from './context.ts';

/** Knowledge, configuration, presets and statistics of the support desk. */
export function supportSettingsRouter({ support, store, clock }: Services) {
  const { knowledge, settings } = support;
  const zoned = <T extends { readonly timeZone?: string | undefined; readonly roomId?: string | undefined }>(
    caller: Caller,
    input: T,
  ) => {
    if (caller.roomIds !== undefined && input.roomId === undefined)
      throw errorOf(fault('forbidden', 'roomId'));
    if (input.roomId !== undefined) checkRoom(caller, input.roomId);
    return { ...input, timeZone: input.timeZone ?? settings.current().hours.timeZone };
  };
  return {
    kb: {
      search: api.support.kb.search.handler(({ input }) => {
        const hits = knowledge.find(input.text, input.limit);
        return { hits: [...hits], answers: (hits[0]?.score ?? 0) >= settings.current().bot.answerAt };
      }),
      list: api.support.kb.list.handler(({ input }) => [...knowledge.list(input.topic)]),
      save: api.support.kb.save.handler(async ({ input, context }) =>
        unwrap(await knowledge.save(input, actorOf(context.caller))),
      ),
      attach: api.support.kb.attach.handler(async ({ input, context }) => {
        const conversationId = articleUploads(input.articleId);
        const bytes = new Uint8Array(Buffer.from(input.base64, 'base64'));
        const by = actorOf(context.caller).id;
        const made = unwrap(await support.uploads.accept({ conversationId, by }, bytes));
        if (made.attachment.kind === 'picture') return made;
        await support.uploads.recall(made.attachment.id, conversationId);
        throw errorOf(fault('unsupported', made.attachment.mime));
      }),
      attachments: api.support.kb.attachments.handler(async ({ input }) =>
        (await knowledge.picturesOf(input.articleId)).map((attachment) => ({
          attachment,
          url: support.uploads.urlOf(attachment.id),
          ...(attachment.thumb === undefined ? {} : { thumbUrl: support.uploads.thumbUrlOf(attachment.id) }),
        })),
      ),
      remove: api.support.kb.remove.handler(async ({ input, context }) => {
        unwrap(await knowledge.remove(input.articleId, actorOf(context.caller)));
        return {};
      }),
      questions: api.support.kb.questions.handler(async ({ input }) => {
        const { state, limit, cursor } = input;
        const page = await store.list({
          table: 'questions',
          where: { state },
          order: 'newest',
          limit,
          cursor,
        });
        return { rows: [...page.rows], ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
      }),
      settle: api.support.kb.settle.handler(async ({ input, context }) =>
        unwrap(await knowledge.settle(input.questionId, input.articleId, actorOf(context.caller))),
      ),
    },
    config: {
      get: api.support.config.get.handler(({ context }) =>
        withoutSecrets(context.caller, settings.current()),
      ),
      put: api.support.config.put.handler(async ({ input, context }) => {
        checkWholeHub(context.caller);
        const full = unwrap(withKeptSecrets(input, settings.current()));
        return maskedSecrets(unwrap(await settings.change(full, actorOf(context.caller))));
      }),
      previewAuto: api.support.config.previewAuto.handler(async ({ input, context }) => {
        const row =
          input.conversationId === undefined
            ? undefined
            : unwrap(await support.state.get(input.conversationId));
        if (row !== undefined) checkRoom(context.caller, row.roomId);
        const { hours, retentionDays, auto } = settings.current();
        const estimate = (row === undefined ? undefined : support.routing.estimateOf(row.id)) ?? {
          place: 3,
          lowMs: 120_000,
          highMs: 300_000,
          at: clock.now(),
        };
        const values = (language: 'zh' | 'en') => ({
          viewer: row?.viewer.name ?? '小雨',
          agent: row?.agent?.name ?? context.caller.name,
          number: String(row?.number ?? 1),
          room: (row === undefined ? undefined : support.roomName(row.roomId)) ?? '小满的歌房',
          wait: waitText(estimate)[language],
          ahead: String(estimate.place - 1),
          days: String(retentionDays),
          hours: hoursText(hours, clock.now()),
          minutes: String(Math.ceil(auto.closeAfterSec / 60)),
        });
        const [zh, en] = [fillText(input.text.zh, values('zh')), fillText(input.text.en, values('en'))];
        return { text: { zh: zh.text, en: en.text }, missing: [...new Set([...zh.missing, ...en.missing])] };
      }),
      tryKeyword: api.support.config.tryKeyword.handler(({ input }) => {
        const found = keywordFor(settings.current().auto.keywords, input.text);
        return found === null ? {} : { keywordId: found.reply.id, word: found.word };
      }),
    },
    presets: {
      preview: api.support.presets.preview.handler(({ input }) => ({
        changes: support.preset.preview(input.preset).map(asDifference),
      })),
      apply: api.support.presets.apply.handler(async ({ input, context }) => {
        checkWholeHub(context.caller);
        const changes = support.preset.preview(input.preset).map(asDifference);
        const config = unwrap(await support.preset.apply(input.preset, actorOf(context.caller)));
        return { config: maskedSecrets(config), changes };
      }),
      undo: api.support.presets.undo.handler(async ({ context }) => {
        checkWholeHub(context.caller);
        return maskedSecrets(unwrap(await support.preset.undo(actorOf(context.caller))));
      }),
    },
    stats: {
      summary: api.support.stats.summary.handler(({ input, context }) =>
        support.statistics.summary(zoned(context.caller, input)),
      ),
      rows: api.support.stats.rows.handler(({ input, context }) =>
        support.statistics.rows(zoned(context.caller, input)),
      ),
      csv: api.support.stats.csv.handler(async ({ input, context }) => {
        if (settings.current().privacy.exportRestricted) throw errorOf(fault('forbidden', 'export'));
        const query = zoned(context.caller, input);
        const csv = await support.statistics.csv(query);
        return {
          name: `support-${new Date(query.from).toISOString().slice(0, 10)}.csv`,
          csv,
          rows: csv.split('\r\n').length - 2,
        };
      }),
    },
  };
}

function asDifference(each: { readonly path: string; readonly before: unknown; readonly after: unknown }) {
  return { path: each.path, before: each.before, after: each.after };
}

/** Agents see how the desk is set; nobody reads a key again. */
function withoutSecrets(caller: Caller, config: SupportConfig): SupportConfig {
  if (caller.roles.includes('supervisor')) return maskedSecrets(config);
  return {
    ...config,
    tokenKeys: [],
    webhook: null,
    connectors: [],
    bot: {
      ...config.bot,
      provider: config.bot.provider === null ? null : { ...config.bot.provider, key: '' },
    },
  };
}
