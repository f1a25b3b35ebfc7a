import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { DEFAULT_TICKET_DESK } from '../../../shared/domain/ticket-desk.ts';
import { AGENT, type SupportTest, startSupportTest } from '../testing/support.ts';
import { codeOf, desk, field, invite, own, uuid } from '../testing/tickets.ts';

let now: number;
let test: SupportTest;
beforeEach(async () => {
  now = Date.parse('2026-03-02T10:00:00+08:00');
  test = await startSupportTest({ clock: { now: () => now } });
});
afterEach(() => test.core.close());

describe('working together', () => {
  it('hands over to another department with a note, and its people are told', async () => {
    const wu = await invite(test, '吴');
    await desk(test, { departments: [{ name: '财务', members: [wu.id], targets: null }] });
    const ticket = await own(test, { department: '客服' });
    const handed = await test.agent.tickets.handOver({
      ticketId: ticket.id,
      version: ticket.version,
      department: '财务',
      note: '请核对流水',
    });
    const notices = await test.as(wu).tickets.notices({});
    const same = codeOf(
      test.agent.tickets.handOver({
        ticketId: ticket.id,
        version: handed.version,
        department: '财务',
        note: 'x',
      }),
    );
    expect([
      handed.department,
      handed.assignee,
      handed.notes.map((note) => [note.kind, note.text]),
      notices.rows.map((each) => [each.kind, each.number, each.text]),
      await same,
    ]).toEqual([
      '财务',
      undefined,
      [['handover', '客服 → 财务；请核对流水']],
      [['handover', ticket.number, '客服 → 财务；请核对流水']],
      'invalid',
    ]);
  });

  it('tells whom a note names, in every feed of that person and of nobody else', async () => {
    const [wu, limited] = [await invite(test, '吴'), await invite(test, '林小', ['other'])];
    const ticket = await own(test);
    const feeds = [test.as(wu).tickets.feed({}), test.as(wu).support.feed({}), test.agent.tickets.feed({})];
    const open = await Promise.all(feeds);
    for (const feed of open) await feed.next();
    const noted = await test.agent.tickets.note({ ticketId: ticket.id, text: '请 @吴 看一下，@林小 不必' });
    const wrong = await codeOf(
      test.agent.tickets.note({ ticketId: ticket.id, text: 'x', mentions: [limited.id] }),
    );
    const seen: string[] = [];
    for (const [index, feed] of open.entries()) {
      const frame = await feed.next();
      seen.push(`${index} ${JSON.stringify(frame.value).includes('"kind":"mention"')}`);
      void feed.return?.(undefined);
    }
    const unread = await test.as(wu).tickets.notices({});
    const read = await test.as(wu).tickets.readNotices({ noticeIds: unread.rows.map((row) => row.id) });
    const others = await test.agent.tickets.readNotices({ noticeIds: unread.rows.map((row) => row.id) });
    expect([
      noted.notes[0]?.mentions,
      wrong,
      seen,
      read,
      others,
      test.core.services.tickets.notices.unreadOf(wu.id),
    ]).toEqual([[wu.id], 'invalid', ['0 true', '1 true', '2 false'], { read: 1 }, { read: 0 }, []]);
  });

  it('takes the next of a queue, each once, whoever asks at the same time', async () => {
    const made = [
      await own(test, { priority: 'low', department: '财务' }),
      await own(test, { priority: 'urgent', department: '财务' }),
    ];
    const queue = await test.agent.tickets.queue({ department: '财务' });
    const taken = await Promise.allSettled(
      [test.agent, test.agent2, test.agent].map((each) => each.tickets.takeNext({ department: '财务' })),
    );
    expect([
      queue.rows.map((row) => row.priority),
      taken.map((each) => (each.status === 'fulfilled' ? [each.value.id, each.value.assignee?.id] : 'none')),
    ]).toEqual([
      ['urgent', 'low'],
      [[made[1]?.id, 'chen'], [made[0]?.id, 'wu'], 'none'],
    ]);
  });

  it('merges, takes back, and splits, with history of it all', async () => {
    const [a, b] = [await own(test, { title: '甲' }), await own(test, { title: '乙' })];
    await test.agent.tickets.note({ ticketId: b.id, text: '乙的备注' });
    const merged = await test.agent.tickets.merge({ ticketId: a.id, version: a.version, ticketIds: [b.id] });
    const twice = await test.agent.tickets.merge({
      ticketId: a.id,
      version: merged.version,
      ticketIds: [b.id],
    });
    const closed = await test.agent.tickets.get({ ticketId: b.id });
    const refused = await codeOf(test.agent.tickets.note({ ticketId: b.id, text: 'x' }));
    const back = await test.agent.tickets.unmerge({ ticketId: a.id, mergedId: b.id });
    const noteId = back.ticket.notes.find((note) => note.text === '乙的备注')?.id ?? '';
    const split = {
      ticketId: b.id,
      version: back.ticket.version,
      id: uuid(),
      title: '丙',
      noteIds: [noteId],
    };
    const parted = await test.agent.tickets.split(split);
    const again = await test.agent.tickets.split(split);
    const history = await test.agent.tickets.history({ ticketId: b.id });
    expect([
      merged.notes.map((note) => note.text),
      twice.version === merged.version,
      [closed.state, closed.mergedInto?.ticketId, refused],
      [back.survivor.notes.some((note) => note.text === '乙的备注'), back.ticket.state],
      [parted.made.notes.map((note) => note.text), parted.ticket.notes.some((note) => note.id === noteId)],
      again.made.id === parted.made.id,
      history.rows.map((row) => row.what),
      history.rows.at(-3)?.changes.map((change) => [change.field, change.from, change.to]),
    ]).toEqual([
      ['乙的备注', '#1001 ← #1002'],
      true,
      ['closed', a.id, 'conflict'],
      [false, 'new'],
      [['乙的备注'], false],
      true,
      ['ticket.split', 'ticket.unmerged', 'ticket.merged_into', 'ticket.note', 'ticket.open'],
      [
        ['state', 'new', 'closed'],
        ['mergedInto', undefined, '#1001'],
      ],
    ]);
  });

  it('does the same to many, with a result for each', async () => {
    const made = [await own(test), await own(test), await own(test)];
    const ids = [...made.map((each) => each.id), 'nowhere'];
    const assigned = await test.supervisor.tickets.bulk({
      ticketIds: ids,
      change: { kind: 'assign', assignee: 'zhou' },
    });
    const closed = await test.supervisor.tickets.bulk({
      ticketIds: ids.slice(1),
      change: { kind: 'close', resolution: '已处理' },
    });
    const moved = await test.supervisor.tickets.bulk({
      ticketIds: ids.slice(0, 2),
      change: { kind: 'department', department: '财务', note: '转财务' },
    });
    const outcome = (answer: typeof assigned) =>
      answer.results.map(
        (each) =>
          each.fault?.code ?? [each.ticket?.state, each.ticket?.department, each.ticket?.assignee?.id],
      );
    expect([outcome(assigned), outcome(closed), outcome(moved)]).toEqual([
      [['new', '客服', 'zhou'], ['new', '客服', 'zhou'], ['new', '客服', 'zhou'], 'not_found'],
      [['closed', '客服', 'zhou'], ['closed', '客服', 'zhou'], 'not_found'],
      [['new', '财务', undefined], 'invalid'],
    ]);
  });

  it('exports what fits, guarded against formulas, and writes it down', async () => {
    await desk(test, { forms: [{ id: 'all', fields: [field('amount', { kind: 'text' })] }] });
    await own(test, { title: '　＝HYPERLINK("http://x")', fields: { amount: ' =1+1' } });
    await own(test, { title: '别的', priority: 'urgent' });
    const csv = await test.controller.tickets.export({ format: 'csv', priority: 'normal' });
    const json = await test.controller.tickets.export({ format: 'json' });
    const [header, row] = csv.text.split('\r\n');
    const audit = await test.supervisor.review.audit({});
    const restricted = test.configure({
      privacy: { masked: false, exportRestricted: true, revealMinutes: 15 },
    });
    expect([
      header?.startsWith('\ufeffnumber,id,room,state,type,'),
      header?.endsWith(',fields.amount'),
      row?.includes(`"'　＝HYPERLINK(""http://x"")"`),
      row?.endsWith("' =1+1"),
      [csv.rows, json.rows, JSON.parse(json.text).length],
      audit.entries.filter((entry) => entry.what === 'ticket.export').length,
      await restricted.then(() => codeOf(test.controller.tickets.export({ format: 'csv' }))),
    ]).toEqual([true, true, true, true, [1, 2, 2], 2, 'forbidden']);
  });
});

describe('every change', () => {
  it('is one line of history with its version: who, when, from and to', async () => {
    const ticket = await own(test);
    const step = async (change: object): Promise<Ticket> => {
      const { version } = await test.agent.tickets.get({ ticketId: ticket.id });
      return test.agent.tickets.change({ ticketId: ticket.id, version, ...change });
    };
    await step({ priority: 'high', progress: { percent: 30, text: '核对中' } });
    await step({ state: 'open', assignee: AGENT.id, title: '新标题' });
    await test.agent.tickets.link({
      ticketId: ticket.id,
      kind: 'ticket',
      id: (await own(test, { title: '另一' })).id,
    });
    await step({ state: 'solved', resolution: '已退款' });
    await test.agent.tickets.rate({ ticketId: ticket.id, score: 5, text: '快' });
    const last = await test.agent.tickets.get({ ticketId: ticket.id });
    const { rows } = await test.agent.tickets.history({ ticketId: ticket.id });
    const said = rows.flatMap((row) =>
      row.changes.map((each) => `${each.field}: ${each.from ?? ''} → ${each.to ?? ''}`),
    );
    expect([rows.map((row) => row.version), rows.every((row) => row.by.id === 'chen')]).toEqual([
      Array.from({ length: last.version }, (_, index) => last.version - index),
      true,
    ]);
    expect(said).toEqual(
      expect.arrayContaining([
        'priority: normal → high',
        'progress:  → 30% 核对中',
        'state: new → open',
        'assignee:  → 陈',
        'title: 退款核对 → 新标题',
        'resolution:  → 已退款',
        'satisfaction:  → 5 快',
      ]),
    );
  });

  it('of two at once on the same version, one is told of the other', async () => {
    const ticket = await own(test);
    const both = await Promise.all(
      ['high', 'urgent'].map((priority) =>
        codeOf(test.agent.tickets.change({ ticketId: ticket.id, version: 1, priority: priority as 'high' })),
      ),
    );
    const noted = await Promise.all(
      ['一', '二', '三'].map((text) => test.agent.tickets.note({ ticketId: ticket.id, text })),
    );
    expect([both, noted.map((each) => each.version)]).toEqual([
      ['done', 'conflict'],
      [3, 4, 5],
    ]);
  });

  it('defaults of the desk are there without any setting', async () => {
    expect(await test.agent.tickets.desk()).toEqual(DEFAULT_TICKET_DESK);
  });
});
