import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TargetClock, Ticket } from '../../../shared/domain/ticket.ts';
import { DEFAULT_TARGETS, DEFAULT_TICKET_DESK, type TicketDesk } from '../../../shared/domain/ticket-desk.ts';
import { FieldSchema } from '../../../shared/domain/ticket-fields.ts';
import { chatEvent } from '../../../shared/testing/events.ts';
import type { Caller } from '../access/members.ts';
import { AGENT, type SupportTest, startSupportTest } from '../testing/support.ts';

const MIN = 60_000;
const missing: TargetClock = { targetMs: 0, usedMs: 0, startedAt: 0 };
const uuid = (): string => crypto.randomUUID();
let now: number;
let test: SupportTest;
beforeEach(async () => {
  now = Date.parse('2026-03-02T10:00:00+08:00');
  test = await startSupportTest({ clock: { now: () => now } });
});
afterEach(() => test.core.close());

const desk = (change: Partial<TicketDesk>): Promise<unknown> => test.supervisor.tickets.saveDesk(change);
const own = (more: Record<string, unknown> = {}): Promise<Ticket> =>
  test.agent.tickets.open({ id: uuid(), roomId: 'room', title: '退款核对', ...more });
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'done',
    (error: { readonly code?: string }) => String(error.code),
  );
const field = (id: string, more: object) => FieldSchema.parse({ id, label: { zh: id, en: id }, ...more });
/** Invites somebody and gives a client as that person. */
async function member(name: string, roomIds?: string[]): Promise<Caller> {
  const { member: made } = await test.supervisor.session.invite({
    name,
    roles: ['agent'],
    ttlMinutes: 5,
    ...(roomIds === undefined ? {} : { roomIds }),
  });
  return { id: made.id, name, roles: ['agent'], roomIds };
}

describe('opening', () => {
  it('takes type, department, priority, viewer, description and fields from what was asked, the type and the forms', async () => {
    await desk({
      forms: [
        {
          id: 'money',
          department: '财务',
          fields: [field('amount', { kind: 'money', required: 'open' }), field('paidAt', { kind: 'date' })],
        },
      ],
    });
    const wrong = await Promise.all([
      codeOf(own({ type: 'refund' })),
      codeOf(own({ type: 'refund', fields: { amount: '=1+1' } })),
      codeOf(own({ type: 'refund', fields: { amount: '1', other: 'x' } })),
      codeOf(own({ type: 'nothing' })),
      codeOf(own({ title: undefined })),
    ]);
    const ticket = await own({
      type: 'refund',
      personId: 'demo:u1',
      personName: '小雨',
      description: '重复扣款',
      fields: { amount: '12.50' },
    });
    const { type, department, priority, person, description, fields, state } = ticket;
    expect([wrong, { type, department, priority, person, description, fields, state }]).toEqual([
      ['invalid', 'invalid', 'invalid', 'invalid', 'invalid'],
      {
        type: 'refund',
        department: '财务',
        priority: 'high',
        person: { id: 'demo:u1', nativeId: 'u1', name: '小雨', actionable: false },
        description: '重复扣款',
        fields: { amount: '12.50' },
        state: 'new',
      },
    ]);
  });

  it('from a template, with its variables', async () => {
    await desk({
      templates: [
        {
          id: 't',
          name: '退款',
          title: '{viewer} 的退款（{room}）',
          description: '{conversation}',
          type: 'refund',
          fields: {},
        },
      ],
    });
    const ticket = await own({ title: undefined, templateId: 't', personId: 'demo:u1', personName: '小雨' });
    const filled = await test.agent.tickets.template({ templateId: 't', roomId: 'room', personName: '甲' });
    expect([ticket.title, ticket.department, filled.title, filled.missing]).toEqual([
      '小雨 的退款（小满的歌房）',
      '财务',
      '甲 的退款（小满的歌房）',
      ['conversation'],
    ]);
  });

  it('from a danmaku at once, with its form to be filled in before it is solved', async () => {
    await desk({ forms: [{ id: 'all', fields: [field('amount', { kind: 'money', required: 'open' })] }] });
    await test.platform.say([
      chatEvent({ key: 'q1', user: 'u1', text: '退钱', name: '小雨', roomId: 'room', at: now }),
    ]);
    await expect.poll(() => test.store.eventById('demo:room:chat:q1')).not.toBe(null);
    const ticket = await test.controller.tickets.open({
      id: uuid(),
      roomId: 'room',
      eventId: 'demo:room:chat:q1',
    });
    const solve = {
      ticketId: ticket.id,
      version: ticket.version,
      state: 'solved',
      resolution: '已退',
    } as const;
    const refused = await codeOf(test.controller.tickets.change(solve));
    const solved = await test.controller.tickets.change({ ...solve, fields: { amount: '6' } });
    expect([ticket.person?.name, refused, solved.state, solved.fields]).toEqual([
      '小雨',
      'invalid',
      'solved',
      { amount: '6' },
    ]);
  });

  it('from a conversation by a rule, once, and the rating becomes its satisfaction', async () => {
    await desk({
      rules: [
        {
          id: 'money',
          name: '退款转财务',
          enabled: true,
          at: 'queued',
          when: [
            { kind: 'topic', any: ['refund', 'recharge'] },
            { kind: 'signed', is: true },
          ],
          open: { type: 'refund' },
        },
      ],
    });
    const { client } = await test.viewer('u1', { name: '小雨' });
    const talk = await client.start({ id: uuid(), topic: 'refund' });
    await client.send({ conversationId: talk.id, id: uuid(), body: { kind: 'text', text: '重复扣款了' } });
    const { ticketTalks, support } = test.core.services;
    const ticket = await test.until(() => [...test.core.services.desk.tickets.values()][0]);
    await ticketTalks.settled();
    await test.agent.support.claim({ conversationId: talk.id });
    await test.agent.support.release({ conversationId: talk.id });
    await ticketTalks.settled();
    const linked = await support.state.get(talk.id);
    await test.agent.support.claim({ conversationId: talk.id });
    await test.agent.support.close({ conversationId: talk.id });
    await client.rate({ conversationId: talk.id, score: 4, text: '还行' });
    await ticketTalks.settled();
    const rated = await test.agent.tickets.get({ ticketId: ticket.id });
    expect([
      test.core.services.desk.tickets.size,
      [ticket.title, ticket.department, ticket.ruleId, ticket.createdBy.id, ticket.conversationId],
      linked.ok && linked.value.ticketIds,
      ticketTalks.counts(),
      [rated.satisfaction?.score, rated.satisfaction?.text, rated.satisfaction?.by.name],
    ]).toEqual([
      1,
      ['退款转财务', '财务', 'money', 'rule:money', talk.id],
      [ticket.id],
      { opened: 1, failed: 0 },
      [4, '还行', '小雨'],
    ]);
  });
});

describe('promises', () => {
  const policy = {
    ...DEFAULT_TARGETS,
    hours: {
      timeZone: 'Asia/Shanghai',
      days: [[], ...Array.from({ length: 5 }, () => [{ from: '09:00', to: '18:00' }]), []],
      closed: [],
    },
    times: {
      ...DEFAULT_TARGETS.times,
      normal: { firstResponse: 60, nextResponse: 30, resolution: 600 },
    },
  };
  const departments = [{ name: '财务', members: ['chen'], targets: policy }];
  const states = (ticket: Ticket) =>
    Object.fromEntries(
      Object.entries(ticket.targets ?? {}).map(([name, clock = missing]) => [
        name,
        clock.metAt !== undefined
          ? 'met'
          : clock.runningSince === undefined
            ? 'still'
            : new Date(clock.dueAt ?? 0).toISOString(),
      ]),
    );

  it('run in open time, stand still while pending, are met by an answer and begin anew with a question', async () => {
    await desk({ departments });
    const opened = await own({ department: '财务' });
    now += 30 * MIN;
    const replied = await test.agent.tickets.note({ ticketId: opened.id, text: '在查了', kind: 'reply' });
    const asked = await test.agent.tickets.note({ ticketId: opened.id, text: '好了吗', kind: 'viewer' });
    const open = await test.agent.tickets.change({
      ticketId: opened.id,
      version: asked.version,
      state: 'open',
    });
    const pending = await test.agent.tickets.change({
      ticketId: opened.id,
      version: open.version,
      state: 'pending',
    });
    now += 24 * 60 * MIN;
    const again = await test.agent.tickets.change({
      ticketId: opened.id,
      version: pending.version,
      state: 'open',
    });
    expect([states(opened), states(replied), states(asked), states(pending), states(again)]).toEqual([
      { firstResponse: '2026-03-02T03:00:00.000Z', resolution: '2026-03-03T03:00:00.000Z' },
      { firstResponse: 'met', resolution: '2026-03-03T03:00:00.000Z' },
      {
        firstResponse: 'met',
        nextResponse: '2026-03-02T03:00:00.000Z',
        resolution: '2026-03-03T03:00:00.000Z',
      },
      // Taken out of `new` is an answer too.
      { firstResponse: 'met', nextResponse: 'met', resolution: 'still' },
      { firstResponse: 'met', nextResponse: 'met', resolution: '2026-03-04T03:00:00.000Z' },
    ]);
  });

  it('are warned of and missed once each, told to whom it concerns, counted and listed', async () => {
    const chen = await member('陈晨');
    await desk({ departments: [{ name: '财务', members: [chen.id], targets: policy }] });
    const { id } = await own({ department: '财务' });
    const tick = async (minutes: number) => {
      now += minutes * MIN;
      await test.core.services.tickets.tick();
      await test.core.services.tickets.tick();
    };
    await tick(47);
    const before = await test.agent.tickets.get({ ticketId: id });
    await tick(1);
    const warned = await test.agent.tickets.list({ target: 'warned' });
    await tick(13);
    const missed = await test.agent.tickets.list({ target: 'breached', department: '财务' });
    const notices = await test.as(chen).tickets.notices({});
    const [finance] = (await test.agent.tickets.departments()).filter((each) => each.name === '财务');
    expect([
      before.targets?.firstResponse?.warnedAt,
      warned.rows.map((row) => row.id),
      missed.rows.map((row) => row.targets?.firstResponse?.breachedAt),
      notices.rows.map((notice) => notice.kind).toSorted(),
      [finance?.unfinished, finance?.breached, finance?.breaches, finance?.warnings],
    ]).toEqual([
      undefined,
      [id],
      [Date.parse('2026-03-02T11:00:00+08:00')],
      ['breached', 'handover', 'warning'],
      [1, 1, 1, 1],
    ]);
  });

  it('change for what is open when the department’s policy changes', async () => {
    await desk({ departments });
    const { id } = await own({ department: '财务' });
    await test.core.services.tickets.tick();
    now += 30 * MIN;
    const faster = {
      ...policy,
      times: { ...policy.times, normal: { firstResponse: 40, nextResponse: 30, resolution: 0 } },
    };
    await desk({ departments: [{ name: '财务', members: [], targets: faster }] });
    await test.core.services.tickets.tick();
    expect(states(await test.agent.tickets.get({ ticketId: id }))).toEqual({
      firstResponse: '2026-03-02T02:40:00.000Z',
      resolution: 'met',
    });
  });

  it('are moved by the talk with the viewer', async () => {
    const { client } = await test.viewer('u1', { name: '小雨' });
    const talk = await client.start({ id: uuid(), topic: 'refund' });
    const say = (text: string) =>
      client.send({ conversationId: talk.id, id: uuid(), body: { kind: 'text', text } });
    await say('在吗');
    await test.agent.support.setState({ state: 'online' });
    await test.agent.support.claim({ conversationId: talk.id }).catch(() => undefined);
    const made = await test.agent.support.ticket({
      conversationId: talk.id,
      id: uuid(),
      title: '退款',
      department: '财务',
    });
    now += MIN;
    const answer = (text: string) =>
      test.agent.support.send({ conversationId: talk.id, id: uuid(), body: { kind: 'text', text } });
    await answer('在查');
    await answer('请稍等');
    await test.core.services.ticketTalks.settled();
    const answered = await test.agent.tickets.get({ ticketId: made.id });
    now += MIN;
    await say('好了吗');
    await say('？');
    await test.core.services.ticketTalks.settled();
    const waiting = await test.agent.tickets.get({ ticketId: made.id });
    expect([
      answered.targets?.firstResponse?.metAt,
      answered.version,
      waiting.targets?.nextResponse?.runningSince,
      waiting.version,
    ]).toEqual([now - MIN, 2, now, 3]);
  });
});

describe('working together', () => {
  it('hands over to another department with a note, and its people are told', async () => {
    const wu = await member('吴');
    await desk({ departments: [{ name: '财务', members: [wu.id], targets: null }] });
    const ticket = await own({ department: '客服' });
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
    const [wu, limited] = [await member('吴'), await member('林小', ['other'])];
    const ticket = await own();
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
      await own({ priority: 'low', department: '财务' }),
      await own({ priority: 'urgent', department: '财务' }),
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
    const [a, b] = [await own({ title: '甲' }), await own({ title: '乙' })];
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
    const made = [await own(), await own(), await own()];
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
    await desk({ forms: [{ id: 'all', fields: [field('amount', { kind: 'text' })] }] });
    await own({ title: '　＝HYPERLINK("http://x")', fields: { amount: ' =1+1' } });
    await own({ title: '别的', priority: 'urgent' });
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
    const ticket = await own();
    const step = async (change: object): Promise<Ticket> => {
      const { version } = await test.agent.tickets.get({ ticketId: ticket.id });
      return test.agent.tickets.change({ ticketId: ticket.id, version, ...change });
    };
    await step({ priority: 'high', progress: { percent: 30, text: '核对中' } });
    await step({ state: 'open', assignee: AGENT.id, title: '新标题' });
    await test.agent.tickets.link({
      ticketId: ticket.id,
      kind: 'ticket',
      id: (await own({ title: '另一' })).id,
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
    const ticket = await own();
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
