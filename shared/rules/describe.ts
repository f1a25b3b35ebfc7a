import { exhaustive } from '../domain/result.ts';
import type { Condition, Matcher } from './condition.ts';
import {
  CATEGORY_WORDS,
  COMPARED,
  EVENT_WORDS,
  PERSON_WORDS,
  RATE_WORDS,
  ROLE_WORDS,
  ROOM_WORDS,
  spanOfTime,
  WEEKDAYS,
} from './describe-words.ts';
import type { Exemptions, Ladder, RuleDefinition, Step } from './rule.ts';
import type { Line } from './views.ts';
import type { ListLookup } from './words.ts';

/** What a rule does, a line for each part: when, whom it spares, what follows, where. */
export function describeRule(definition: RuleDefinition, listOf: ListLookup): readonly Line[] {
  const on = definition.on.map((kind) => EVENT_WORDS[kind]);
  const when = describeCondition(definition.when, listOf);
  const lines: Line[] = [
    {
      zh: `看${on.map((each) => each.zh).join('、')}：当${when.zh}`,
      en: `Looks at ${on.map((each) => each.en).join(', ')}: when ${when.en}`,
    },
    exemptLine(definition.exempt),
    definition.does.kind === 'flag'
      ? { zh: '只标记，由人处理', en: 'Flags only; a person decides' }
      : ladderLine(definition.does),
  ];
  if (definition.roomIds !== undefined) {
    const rooms = definition.roomIds.join(', ');
    lines.push({ zh: `只在房间：${rooms}`, en: `Only in rooms: ${rooms}` });
  }
  return lines;
}

/** A condition as one line; combinations inside others stand in brackets. */
export function describeCondition(condition: Condition, listOf: ListLookup): Line {
  switch (condition.kind) {
    case 'all':
      return joined(condition.of, listOf, '，并且', ' and ');
    case 'any':
      return joined(condition.of, listOf, '，或者', ' or ');
    case 'at_least': {
      const inner = joined(condition.of, listOf, '；', '; ');
      return {
        zh: `以下至少 ${condition.n} 项成立（${inner.zh}）`,
        en: `at least ${condition.n} of these hold (${inner.en})`,
      };
    }
    case 'not': {
      const inner = describeCondition(condition.of, listOf);
      return { zh: `不是（${inner.zh}）`, en: `not (${inner.en})` };
    }
    default:
      return describeMatcher(condition, listOf);
  }
}

/** A matcher as one line, in the words of the trade. */
export function describeMatcher(matcher: Matcher, listOf: ListLookup): Line {
  switch (matcher.kind) {
    case 'words':
      return describeWords(matcher, listOf);
    case 'pattern':
      return { zh: `文字符合样式「${matcher.source}」`, en: `the text fits the pattern “${matcher.source}”` };
    case 'length': {
      const { atLeast, atMost } = matcher;
      const zh = [
        ...(atLeast === undefined ? [] : [`至少 ${atLeast} 字`]),
        ...(atMost === undefined ? [] : [`至多 ${atMost} 字`]),
      ];
      const en = [
        ...(atLeast === undefined ? [] : [`at least ${atLeast} characters`]),
        ...(atMost === undefined ? [] : [`at most ${atMost} characters`]),
      ];
      return { zh: `文字${zh.join('、')}`, en: `the text has ${en.join(' and ')}` };
    }
    case 'link': {
      const hosts = matcher.allowedHosts ?? [];
      return hosts.length === 0
        ? { zh: '带外部链接', en: 'it has a link to an outside site' }
        : { zh: `带允许以外的链接`, en: 'it has a link to a site that is not allowed' };
    }
    case 'rate': {
      const { zh, en, unit, unitEn } = RATE_WORDS[matcher.what];
      const span = spanOfTime(matcher.windowSec);
      return {
        zh: `${span.zh}内${zh}至少 ${matcher.atLeast} ${unit}`,
        en: `at least ${matcher.atLeast} ${unitEn} ${en} within ${span.en}`,
      };
    }
    case 'person': {
      const { zh, en, show } = PERSON_WORDS[matcher.attribute];
      const { zh: compared, en: comparedEn } = COMPARED[matcher.is];
      return {
        zh: `${zh}${compared} ${show(matcher.value)}`,
        en: `${en} ${comparedEn} ${show(matcher.value)}`,
      };
    }
    case 'role': {
      const roles = matcher.anyOf.map((role) => ROLE_WORDS[role]);
      return {
        zh: `身份是${roles.map((each) => each.zh).join('或')}`,
        en: `the person is ${roles.map((each) => each.en).join(' or ')}`,
      };
    }
    case 'guard': {
      const zh = ['总督', '提督或以上', '舰长或以上'][matcher.tier - 1] ?? '';
      return { zh: `大航海${zh}`, en: `a guard of tier ${matcher.tier} or higher` };
    }
    case 'first_message':
      return { zh: '在本房间第一次发言', en: 'it is the account’s first message here' };
    case 'room':
      return ROOM_WORDS[matcher.state];
    case 'viewers': {
      const { zh, en } = COMPARED[matcher.is];
      return { zh: `观众人数${zh} ${matcher.value}`, en: `viewers ${en} ${matcher.value}` };
    }
    case 'phase': {
      const { zh, en } = COMPARED[matcher.is];
      return {
        zh: `开播后${zh} ${matcher.minutes} 分钟`,
        en: `${en} ${matcher.minutes} min into the stream`,
      };
    }
    case 'time': {
      const offset = matcher.utcOffsetMin / 60;
      const zone = `UTC${offset < 0 ? '' : '+'}${offset}`;
      const days = (matcher.weekdays ?? []).map((day) => WEEKDAYS[day] ?? { zh: '', en: '' });
      const onDays =
        days.length === 0
          ? { zh: '', en: '' }
          : {
              zh: `${days.map((day) => day.zh).join('、')}的`,
              en: `${days.map((day) => day.en).join(', ')} `,
            };
      return {
        zh: `时间在${onDays.zh} ${matcher.from}–${matcher.to}（${zone}）`,
        en: `the time is ${onDays.en}${matcher.from}–${matcher.to} (${zone})`,
      };
    }
    case 'gift':
      return describeGift(matcher);
    case 'score': {
      const { zh, en } = CATEGORY_WORDS[matcher.category];
      const limit = matcher.atLeast.toFixed(2);
      return {
        zh: `内置识别「${zh}」分数不低于 ${limit}`,
        en: `the built-in score for ${en} is at least ${limit}`,
      };
    }
    default:
      return exhaustive(matcher);
  }
}

/** What one step does. */
export function describeStep(step: Step): Line {
  switch (step.action) {
    case 'flag':
      return { zh: '标记', en: 'flag' };
    case 'warn':
      return { zh: '警告', en: 'warn' };
    case 'delete':
      return { zh: '删除弹幕', en: 'delete the message' };
    case 'mute': {
      const span = spanOfTime(step.durationSec);
      return step.deletes
        ? { zh: `删除并禁言 ${span.zh}`, en: `delete and mute for ${span.en}` }
        : { zh: `禁言 ${span.zh}`, en: `mute for ${span.en}` };
    }
    case 'ban':
      return step.deletes ? { zh: '删除并拉黑', en: 'delete and ban' } : { zh: '拉黑', en: 'ban' };
    default:
      return exhaustive(step);
  }
}

function ladderLine(ladder: Ladder): Line {
  const steps = ladder.steps.map(describeStep);
  const memory = spanOfTime(ladder.memoryMin * 60);
  return {
    zh: `处罚：${steps.map((each, at) => `第 ${at + 1} 次${each.zh}`).join('，')}；${memory.zh}内累计，每分钟最多 ${ladder.maxPerMinute} 次`,
    en: `Penalties: ${steps.map((each, at) => `${at + 1}. ${each.en}`).join('; ')}; remembered for ${memory.en}, at most ${ladder.maxPerMinute} a minute`,
  };
}

function exemptLine(exempt: Exemptions): Line {
  const zh = ['主播、房管和允许的人'];
  const en = ['the streamer, moderators and people allowed here'];
  const add = (line: Line): void => {
    zh.push(line.zh);
    en.push(line.en);
  };
  for (const role of exempt.roles) add(ROLE_WORDS[role]);
  if (exempt.guards) add({ zh: '大航海', en: 'guards' });
  if (exempt.medalLevel !== undefined)
    add({ zh: `粉丝牌 ${exempt.medalLevel} 级以上`, en: `fan badge ${exempt.medalLevel} and up` });
  if (exempt.level !== undefined)
    add({ zh: `账号 ${exempt.level} 级以上`, en: `account level ${exempt.level} and up` });
  if (exempt.spentFen !== undefined) {
    const yuan = (exempt.spentFen / 100).toFixed(2);
    add({ zh: `消费满 ¥${yuan}`, en: `who spent ¥${yuan} or more` });
  }
  if (exempt.persons.length > 0)
    add({ zh: `指定的 ${exempt.persons.length} 人`, en: `${exempt.persons.length} people by name` });
  return { zh: `不管：${zh.join('、')}`, en: `Spares: ${en.join(', ')}` };
}

function describeWords(matcher: Extract<Matcher, { readonly kind: 'words' }>, listOf: ListLookup): Line {
  const zh: string[] = [];
  const en: string[] = [];
  for (const { id, version } of matcher.lists) {
    const name = listOf(id, version)?.name ?? id;
    zh.push(version === undefined ? `词库「${name}」` : `词库「${name}」第 ${version} 版`);
    en.push(version === undefined ? `list “${name}”` : `list “${name}” version ${version}`);
  }
  const own = matcher.words ?? [];
  if (own.length > 0) {
    const shown = own.slice(0, 5);
    zh.push(`${shown.map((word) => `「${word}」`).join('')}${own.length > 5 ? `等 ${own.length} 个词` : ''}`);
    en.push(
      shown.map((word) => `“${word}”`).join(', ') + (own.length > 5 ? ` and ${own.length - 5} more` : ''),
    );
  }
  const count = matcher.atLeast ?? 1;
  if (zh.length === 0) return { zh: '包含词语（还没有词）', en: 'it has a word of no list yet' };
  return count === 1
    ? { zh: `包含${zh.join('或')}的词`, en: `it has a word of ${en.join(' or ')}` }
    : {
        zh: `包含${zh.join('或')}中至少 ${count} 个词`,
        en: `it has at least ${count} words of ${en.join(' or ')}`,
      };
}

function describeGift(matcher: Extract<Matcher, { readonly kind: 'gift' }>): Line {
  const show = (amount: number): string =>
    matcher.unit === 'fen' ? `¥${(amount / 100).toFixed(2)}` : `${amount} ${matcher.unit}`;
  const { atLeast, below } = matcher;
  if (atLeast !== undefined && below !== undefined)
    return {
      zh: `礼物价值在 ${show(atLeast)} 与 ${show(below)} 之间`,
      en: `a gift worth ${show(atLeast)} up to ${show(below)}`,
    };
  if (below !== undefined)
    return { zh: `礼物价值低于 ${show(below)}`, en: `a gift worth less than ${show(below)}` };
  return { zh: `礼物价值不低于 ${show(atLeast ?? 0)}`, en: `a gift worth at least ${show(atLeast ?? 0)}` };
}

function joined(of: readonly Condition[], listOf: ListLookup, zh: string, en: string): Line {
  const lines = of.map((each) => {
    const line = describeCondition(each, listOf);
    const isGroup = each.kind === 'all' || each.kind === 'any';
    return isGroup && of.length > 1 && each.of.length > 1
      ? { zh: `（${line.zh}）`, en: `(${line.en})` }
      : line;
  });
  return { zh: lines.map((each) => each.zh).join(zh), en: lines.map((each) => each.en).join(en) };
}
