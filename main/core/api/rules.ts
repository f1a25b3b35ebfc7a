import { fault } from '../../../shared/domain/fault.ts';
import type { RuleDetail, WordListDetail } from '../../../shared/rules/views.ts';
import { actorOf, type Caller } from '../access/members.ts';
import { sleep } from '../effects.ts';
import { rulesFeed } from '../rules/feed.ts';
import type { Editor } from '../rules/keeper.ts';
import { listFile } from '../rules/upload.ts';
import { watchBacktest } from '../rules/watch-backtest.ts';
import type { Services } from '../services.ts';
import { api, checkRoom, errorOf, unwrap } from './context.ts';

const WEEK_MS = 604_800_000;
const OPEN_END = new AbortController().signal;

/** Rules, back-tests and word lists. */
export function rulesRouter({ rules, clock }: Services) {
  const { keeper, lists, backtests } = rules;
  const call = api.rules;
  const detail = async (ruleId: string, caller: Caller): Promise<RuleDetail> => {
    const found = unwrap(await rules.detail(ruleId, caller.roomIds));
    return { ...found, rule: asFor(caller, found.rule) };
  };
  const opened = async (ruleId: string, caller: Caller): Promise<RuleDetail> => {
    await rules.settled();
    return detail(ruleId, caller);
  };
  const listFor = <T extends WordListDetail>(caller: Caller, found: T): T => ({
    ...found,
    view: asFor(caller, found.view),
  });
  return {
    feed: call.feed.handler(async function* ({ context, signal }) {
      const { caller, stands } = context;
      const scope = caller.roomIds;
      const source = {
        listen: rules.listen,
        library: () =>
          ({
            kind: 'library',
            rules: [false, true].flatMap((archived) =>
              rules.views(scope, undefined, archived).map((view) => asFor(caller, view)),
            ),
            lists: lists.views(scope).map((view) => asFor(caller, view)),
          }) as const,
        counts: (ruleIds: readonly string[]) => rules.counts(ruleIds, scope),
        room: context.room,
        sleep,
        now: () => performance.now(),
      };
      for await (const frame of rulesFeed(source, signal ?? OPEN_END)) {
        if (!stands()) throw errorOf(fault('unauthenticated'));
        yield frame;
      }
    }),
    list: call.list.handler(({ input, context }) => ({
      rules: rules
        .views(context.caller.roomIds, input.roomId, input.archived === true)
        .map((view) => asFor(context.caller, view)),
    })),
    get: call.get.handler(({ input, context }) => detail(input.ruleId, context.caller)),
    check: call.check.handler(({ input, context }) => rules.check(input.definition, context.caller.roomIds)),
    try: call.try.handler(async ({ input, context }) => ({
      trials: await rules.try(input.definition, input.texts, context.caller.roomIds),
    })),
    save: call.save.handler(async ({ input, context }) => {
      unwrap(await keeper.save(input.ruleId, input, editorOf(context.caller)));
      return opened(input.ruleId, context.caller);
    }),
    stage: call.stage.handler(async ({ input, context }) => {
      unwrap(await keeper.stage(input.ruleId, input.version, input.state, editorOf(context.caller)));
      return opened(input.ruleId, context.caller);
    }),
    rollBack: call.rollBack.handler(async ({ input, context }) => {
      unwrap(await keeper.rollBack(input.ruleId, input.toVersion, input.remark, editorOf(context.caller)));
      return opened(input.ruleId, context.caller);
    }),
    archive: call.archive.handler(async ({ input, context }) => {
      unwrap(await keeper.archive(input.ruleId, input.archived, editorOf(context.caller)));
      return opened(input.ruleId, context.caller);
    }),
    resume: call.resume.handler(async ({ input, context }) => {
      unwrap(await keeper.resume(input.ruleId, editorOf(context.caller)));
      return opened(input.ruleId, context.caller);
    }),
    hits: call.hits.handler(async ({ input, context }) =>
      unwrap(await rules.hits(input, context.caller.roomIds)),
    ),
    schema: call.schema.handler(() => ({ schema: rules.schema() })),
    exportAll: call.exportAll.handler(({ input, context }) =>
      rules.exportAll(input.ruleIds, context.caller.roomIds),
    ),
    importAll: call.importAll.handler(async ({ input, context }) =>
      unwrap(await rules.importAll(input.bundle, editorOf(context.caller))),
    ),
    backtest: {
      start: call.backtest.start.handler(async ({ input, context }) => {
        const scope = context.caller.roomIds;
        const { subject, against } = input;
        const definition =
          subject.kind === 'definition'
            ? subject.definition
            : unwrap(await rules.definitionOf(subject.ruleId, subject.version, scope));
        const other =
          against === undefined
            ? undefined
            : unwrap(await rules.definitionOf(against.ruleId, against.version, scope));
        await rules.prepare(definition);
        if (other !== undefined) await rules.prepare(other);
        const to = input.to ?? clock.now() + 1;
        const from = input.from ?? to - WEEK_MS;
        const { roomId, most } = input;
        return unwrap(
          await backtests.start({
            roomId,
            from,
            to,
            most,
            subject: definition,
            against: other,
            listOf: rules.listsFor(scope),
          }),
        );
      }),
      get: call.backtest.get.handler(({ input, context }) => {
        const view = unwrap(backtests.get(input.backtestId));
        checkRoom(context.caller, view.roomId);
        return view;
      }),
      feed: call.backtest.feed.handler(async function* ({ input, context, signal }) {
        const { caller, stands, room } = context;
        checkRoom(caller, unwrap(backtests.get(input.backtestId)).roomId);
        const source = { get: () => backtests.get(input.backtestId), room, sleep };
        for await (const view of watchBacktest(source, signal ?? OPEN_END)) {
          if (!stands()) throw errorOf(fault('unauthenticated'));
          yield view;
        }
      }),
      cancel: call.backtest.cancel.handler(({ input, context }) => {
        checkRoom(context.caller, unwrap(backtests.get(input.backtestId)).roomId);
        return unwrap(backtests.cancel(input.backtestId));
      }),
    },
    lists: {
      list: call.lists.list.handler(({ context }) => ({
        lists: lists.views(context.caller.roomIds).map((view) => asFor(context.caller, view)),
      })),
      get: call.lists.get.handler(async ({ input, context }) =>
        listFor(
          context.caller,
          unwrap(await lists.open(input.listId, input.version, context.caller.roomIds)),
        ),
      ),
      save: call.lists.save.handler(async ({ input, context }) =>
        unwrap(await lists.save(input.listId, input, editorOf(context.caller))),
      ),
      rollBack: call.lists.rollBack.handler(async ({ input, context }) =>
        unwrap(await lists.rollBack(input.listId, input.toVersion, input.remark, editorOf(context.caller))),
      ),
      remove: call.lists.remove.handler(async ({ input, context }) => {
        unwrap(await lists.remove(input.listId, editorOf(context.caller)));
        return {};
      }),
      read: call.lists.read.handler(({ input, context }) =>
        unwrap(lists.read(input.listId, input, context.caller.roomIds)),
      ),
      import: call.lists.import.handler(async ({ input, context }) => {
        const { listId, baseVersion, remark } = input;
        return unwrap(
          await lists.import(listId, { baseVersion, file: input, remark }, editorOf(context.caller)),
        );
      }),
      export: call.lists.export.handler(async ({ input, context }) =>
        listFile(unwrap(await lists.get(input.listId, input.version, context.caller.roomIds)), input.format),
      ),
    },
  };
}

/** Only supervisors change rules and lists. */
function asFor<T extends { readonly mayEdit: boolean }>(caller: Caller, view: T): T {
  return { ...view, mayEdit: view.mayEdit && caller.roles.includes('supervisor') };
}

function editorOf(caller: Caller): Editor {
  return { by: actorOf(caller), scope: caller.roomIds };
}
