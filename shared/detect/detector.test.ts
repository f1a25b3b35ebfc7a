import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yuan } from '../domain/money.ts';
import type { User } from '../domain/person.ts';
import type { Verdict } from '../domain/verdict.ts';
import { VerdictSchema } from '../domain/verdict.ts';
import { detectorOf, happened, said, scoreIn, someone } from './fixture.ts';
import { foldText } from './fold.ts';
import type { Detector } from './types.ts';

const flagged = (verdicts: readonly Verdict[]): readonly string[] =>
  verdicts.filter((verdict) => verdict.flag).map((verdict) => verdict.category);

/** Ordinary talk by known people, so that the room is not all new faces. */
function warmUp(detector: Detector): void {
  let state = 7;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 8;
  };
  for (let index = 0; index < 600; index += 1) {
    const text = String.fromCharCode(...Array.from({ length: 7 }, () => 0x4e00 + (next() % 6000)));
    detector.inspect({ event: said(text, index * 500, someone(`regular${index % 40}`)) });
  }
}

function raid(
  detector: Detector,
  texts: readonly string[],
  sender: (index: number) => User,
): readonly Verdict[][] {
  return texts.map((text, index) => [
    ...detector.inspect({ event: said(text, 400_000 + index * 900, sender(index)) }),
  ]);
}

describe('raids', () => {
  const spellings = [
    '主播人品崩坏大家快跑',
    '主播人品崩坏大家快跑！！a1',
    '煮播人品崩壞大家快跑',
    '主 播 人 品 崩 坏 大 家 快 跑',
    '主播仁品崩坏大佳快跑',
    'zhubo人品崩坏大家快跑~',
  ];

  it('finds one message in many spellings by many new accounts, as one incident', () => {
    const detector = detectorOf();
    warmUp(detector);
    const verdicts = raid(detector, spellings, (index) => someone(`new${index}`));
    const first = verdicts.findIndex((each) => flagged(each).includes('raid'));
    expect(first).toBeLessThanOrEqual(3);
    const ids = new Set(verdicts.flat().flatMap((verdict) => verdict.clusterId ?? []));
    expect(ids.size).toBe(1);
    const view = detector.cluster([...ids][0] ?? '');
    expect(view?.members.map((person) => person.name)).toEqual(spellings.map((_, index) => `new${index}`));
    expect(view?.evidence.length).toBe(spellings.length);
  });

  it('sets regulars and fans apart', () => {
    const detector = detectorOf();
    warmUp(detector);
    const fan = someone('fan', { medal: { name: '牌', level: 12 } });
    const verdicts = raid(detector, [...spellings, ...spellings], (index) =>
      index === 7 ? fan : index === 8 ? someone('regular3') : someone(`new${index}`),
    );
    const reasons = (index: number): readonly string[] =>
      verdicts[index]?.find((verdict) => verdict.category === 'raid')?.reasons.map((each) => each.code) ?? [];
    expect([
      reasons(6).includes('bystander'),
      reasons(7).includes('bystander'),
      reasons(8).includes('bystander'),
    ]).toEqual([false, true, true]);
  });

  it('leaves waves of regulars and short cheers alone', () => {
    const detector = detectorOf();
    warmUp(detector);
    const wave = Array.from({ length: 20 }, () => '救救我们可爱的小企鹅');
    const cheer = Array.from({ length: 40 }, () => '88888888');
    const verdicts = [
      ...raid(detector, wave, (index) => someone(`regular${index % 20}`)),
      ...raid(detector, cheer, (index) => someone(`visitor${index}`)),
    ];
    expect(verdicts.flatMap(flagged)).toEqual([]);
  });

  it('remembers what was called hype', () => {
    const detector = detectorOf();
    warmUp(detector);
    detector.teach({ hype: [foldText('主播人品崩坏大家快跑')], allowedPersons: [], allowedTexts: [] });
    expect(raid(detector, spellings, (index) => someone(`new${index}`)).flatMap(flagged)).toEqual([]);
  });

  it('finds a script in rotation', () => {
    const detector = detectorOf();
    warmUp(detector);
    const script = ['抵制无良平台维护公平', '请还给观众一个说法', '拒绝沉默我们要真相', '这种直播早该整顿了'];
    const lines = Array.from({ length: 16 }, (_, index) => script[index % 4] ?? '');
    const verdicts = raid(detector, lines, (index) => someone(`bot${index % 11}`));
    expect(verdicts.findIndex((each) => flagged(each).includes('raid'))).toBeLessThanOrEqual(9);
    expect(new Set(verdicts.flat().flatMap((verdict) => verdict.clusterId ?? [])).size).toBe(1);
  });

  it('finds a raid in English, and not a crowd with one emote', () => {
    const detector = detectorOf();
    warmUp(detector);
    const lines = Array.from({ length: 6 }, (_, index) => `this streamer is fake unfollow ${index}`);
    const emotes = Array.from({ length: 12 }, () => 'PogChamp PogChamp PogChamp');
    expect(raid(detector, lines, (index) => someone(`en${index}`)).flatMap(flagged)).toContain('raid');
    expect(raid(detector, emotes, (index) => someone(`em${index}`)).flatMap(flagged)).toEqual([]);
  });

  it('finds a slow drip', () => {
    const detector = detectorOf();
    warmUp(detector);
    const verdicts = Array.from({ length: 12 }, (_, index) =>
      flagged(
        detector.inspect({
          event: said('这个平台倒闭了快去隔壁看', 400_000 + index * 120_000, someone(`drip${index}`)),
        }),
      ),
    );
    expect(verdicts.flat()).toContain('raid');
  });
});

describe('floods', () => {
  it('flags one person who repeats, not one who cheers', () => {
    const detector = detectorOf();
    const loud = Array.from({ length: 6 }, (_, index) =>
      said('看看我看看我主播看看我吧', index * 2000, someone('loud')),
    );
    const glad = Array.from({ length: 6 }, (_, index) => said('草', index * 2000, someone('glad')));
    expect(loud.flatMap((event) => flagged(detector.inspect({ event })))).toContain('flood');
    expect(glad.flatMap((event) => flagged(detector.inspect({ event })))).toEqual([]);
  });

  it('flags many messages in a few seconds', () => {
    const detector = detectorOf();
    const verdicts = Array.from({ length: 14 }, (_, index) =>
      flagged(
        detector.inspect({ event: said(`第${index}条不一样的话${index * 7}`, index * 400, someone('fast')) }),
      ),
    );
    expect(verdicts.flat()).toContain('flood');
  });
});

describe('people and rooms', () => {
  it('never flags staff or people the room allows', () => {
    const mod = someone('mod', { roles: ['mod'] });
    const memory = { hype: [], allowedPersons: ['text:friend'], allowedTexts: [] };
    const detector = detectorOf({ memory });
    const verdicts = [mod, someone('friend'), someone('stranger')].map((actor) =>
      flagged(detector.inspect({ event: said('你就是个傻逼', 0, actor) })),
    );
    expect(verdicts).toEqual([[], [], ['abuse']]);
  });

  it('keeps to allowed texts, blocked terms and streamer names', () => {
    const allowed = detectorOf({
      memory: { hype: [], allowedPersons: [], allowedTexts: [foldText('傻逼之歌')] },
    });
    expect(flagged(allowed.inspect({ event: said('点一首傻逼之歌') }))).toEqual([]);
    const blocked = detectorOf({ blockedTerms: ['剧透王'] });
    expect(flagged(blocked.inspect({ event: said('我就是剧 透 王') }))).toEqual(['abuse']);
    const plain = scoreIn(detectorOf().inspectAll({ event: said('小鹿真是废物') }), 'abuse');
    const named = scoreIn(
      detectorOf({ streamerNames: ['小鹿'] }).inspectAll({ event: said('小鹿真是废物') }),
      'abuse',
    );
    expect(named).toBeGreaterThan(plain);
  });

  it('joins a dispute to the money this person paid', () => {
    const detector = detectorOf();
    const gift = happened(
      'gift',
      { giftId: 'g', name: '火箭', count: 1, paid: { money: yuan(50_000), counted: true } },
      1000,
      someone('payer'),
    );
    detector.inspect({ event: gift });
    const [verdict] = detector.inspect({ event: said('礼物送错了能退吗', 61_000, someone('payer')) });
    expect(verdict?.category).toBe('dispute');
    expect(verdict?.reasons.slice(0, 2).map((each) => [each.code, each.text])).toEqual([
      ['spent', '在本房间消费 ¥500.00'],
      ['recent_gift', '1 分钟前刚付过款'],
    ]);
    expect(detector.spent('text:payer')).toEqual([yuan(50_000)]);
  });

  it('holds a fan badge and earlier disputes up beside the words', () => {
    const fan = someone('fan', { medal: { name: '牌', level: 20 } });
    const codes = (verdicts: readonly Verdict[]): readonly string[] =>
      verdicts[0]?.reasons.map((each) => each.code) ?? [];
    expect(codes(detectorOf().inspect({ event: said('主播你就是个傻逼', 0, fan) }))).toContain('fan_badge');
    const person = { messages: 3, totals: [], disputes: 2, sanctions: 0 };
    expect(codes(detectorOf().inspect({ event: said('礼物送错了能退吗'), person }))).toContain(
      'earlier_disputes',
    );
  });

  it('tells an appeal which sanction it is about', () => {
    const person = {
      messages: 3,
      totals: [],
      disputes: 0,
      sanctions: 1,
      lastSanction: { at: 1_760_000_000_000, kind: 'mute', by: '场控小王' },
    };
    const verdicts = detectorOf().inspect({ event: said('为什么禁言我', 60_000), person });
    expect(flagged(verdicts)).toEqual(['appeal']);
    expect(verdicts[0]?.reasons[0]?.text).toContain('场控小王');
  });

  it('reads super chats, cheers, held messages and unban requests', () => {
    const paid = { money: yuan(3000), counted: true };
    const detector = detectorOf();
    const events = [
      happened('superchat', { scId: '1', text: '你就是个傻逼', paid }, 1, someone('a')),
      happened('chat', { messageId: 'm', text: 'kys streamer', paid }, 2, someone('b')),
      happened('held', { messageId: 'm2', text: '加微信 abc12345 领福利' }, 3, someone('c')),
      happened('unban_request', { requestId: 'r', text: 'please', status: 'pending' }, 4, someone('d')),
    ];
    expect(events.map((event) => flagged(detector.inspect({ event })))).toEqual([
      ['abuse'],
      ['abuse'],
      ['ad'],
      ['appeal'],
    ]);
  });
});

describe('any input', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
      .map((units) => String.fromCharCode(...units)),
    fc
      .array(
        fc.constantFrom(
          '傻',
          '逼',
          '女马',
          '退',
          '款',
          'sb',
          ' ',
          '🐴',
          '加',
          '微',
          '信',
          '1',
          '①',
          '\u200b',
          '.',
          'com',
          '你',
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join('')),
  );

  it('gives well-formed verdicts with spans inside the text', () => {
    const detector = detectorOf({ streamerNames: ['小鹿'], blockedTerms: ['款'] });
    let at = 0;
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 5 }), (text, who) => {
        at += 100;
        for (const verdict of detector.inspectAll({ event: said(text, at, someone(`p${who}`)) })) {
          VerdictSchema.parse(verdict);
          for (const { span } of verdict.reasons) {
            if (span && !(span[0] >= 0 && span[0] < span[1] && span[1] <= text.length)) return false;
          }
        }
        return true;
      }),
      { numRuns: 400 },
    );
  });

  it('says the same of the same sequence', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 20 }), (sequence) => {
        const run = (): readonly (readonly Verdict[])[] => {
          const detector = detectorOf();
          return sequence.map((text, index) =>
            detector.inspectAll({ event: said(text, index * 300, someone(`p${index % 3}`)) }),
          );
        };
        expect(run()).toEqual(run());
      }),
      { numRuns: 30 },
    );
  });

  it('every flag says how it would be undone, in both languages', () => {
    for (const text of ['你就是个傻逼', '加微信 abc12345 领福利', '我充错了能退吗', '为什么禁言我']) {
      const [verdict] = detectorOf()
        .inspect({ event: said(text) })
        .filter((each) => each.flag);
      expect(verdict?.reasons.some((each) => each.weight === 0)).toBe(true);
      expect(
        verdict?.reasons.every(
          (each) => each.text !== '' && /^[\x20-\x7e“”…\u4e00-\u9fff¥]+$/.test(each.textEn),
        ),
      ).toBe(true);
    }
  });
});

it('holds a bounded number of people and clusters', () => {
  const detector = detectorOf();
  for (let index = 0; index < 20_000; index += 1) {
    const text = String.fromCharCode(
      ...Array.from({ length: 8 }, (_, place) => 0x4e00 + ((index * 31 + place * 977) % 18_000)),
    );
    detector.inspect({ event: said(text, index * 50, someone(`p${index}`)) });
  }
  const { clusters, persons, approxBytes } = detector.stats();
  expect([clusters <= 3072, persons <= 32_768, approxBytes < 64_000_000]).toEqual([true, true, true]);
});
