import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { draftOf, fieldsOf, inLanguage, problemsOf, settingsOf } from './schema-form.ts';

const schema = z.toJSONSchema(
  z.object({
    speed: z.number().min(0.1).max(100).default(1),
    file: z.string().min(1).max(20).meta({ title: '文件', description: '完整路径' }),
    loop: z.boolean().default(false),
    port: z.number().int().optional(),
    secret: z.string().optional(),
    format: z.enum(['jsonl', 'text']).default('jsonl'),
    mode: z.union([z.literal('a'), z.literal('b')]).optional(),
    hosts: z.array(z.string()).default([]),
    note: z.string().nullable().optional(),
    deep: z.object({ x: z.number() }).optional(),
  }),
  { io: 'input' },
);
const fields = fieldsOf(schema);

describe('form from a plugin’s schema', () => {
  it('reads every plain kind, needed fields first', () => {
    const text = { kind: 'text', secret: false };
    expect(fields).toEqual([
      { name: 'file', required: true, title: '文件', help: '完整路径', kind: { ...text, max: 20 } },
      {
        name: 'speed',
        required: false,
        preset: 1,
        kind: { kind: 'number', whole: false, min: 0.1, max: 100 },
      },
      { name: 'loop', required: false, preset: false, kind: { kind: 'switch' } },
      { name: 'port', required: false, kind: { kind: 'number', whole: true } },
      { name: 'secret', required: false, kind: { kind: 'text', secret: true } },
      {
        name: 'format',
        required: false,
        preset: 'jsonl',
        kind: { kind: 'choice', choices: ['jsonl', 'text'] },
      },
      { name: 'mode', required: false, kind: { kind: 'choice', choices: ['a', 'b'] } },
      { name: 'hosts', required: false, preset: [], kind: { kind: 'list' } },
      { name: 'note', required: false, kind: text },
      { name: 'deep', required: false, kind: { kind: 'other' } },
    ]);
  });

  it.each([
    ['the empty draft', {}, [{ field: 'file', problem: 'required' }]],
    ['a good one', { file: 'a.jsonl', speed: 2 }, []],
    ['too fast', { file: 'a', speed: 101 }, [{ field: 'speed', problem: 'too_large', limit: 100 }]],
    ['too slow', { file: 'a', speed: 0 }, [{ field: 'speed', problem: 'too_small', limit: 0.1 }]],
    ['half a port', { file: 'a', port: 1.5 }, [{ field: 'port', problem: 'not_number' }]],
    ['too long', { file: 'x'.repeat(21) }, [{ field: 'file', problem: 'too_long', limit: 20 }]],
    ['a number as words', { file: 'a', speed: 'fast' }, [{ field: 'speed', problem: 'not_number' }]],
  ])('finds what is wrong with %s', (_name, draft, expected) => {
    expect(problemsOf(fields, draftOf(fields, draft))).toEqual(expected);
  });

  it('sends what was filled in, keeps what has no field, leaves out what is empty', () => {
    const draft = { ...draftOf(fields, { file: 'a', deep: { x: 1 } }), unknown: 5 };
    expect(settingsOf(fields, draft)).toEqual({
      file: 'a',
      speed: 1,
      loop: false,
      format: 'jsonl',
      hosts: [],
      deep: { x: 1 },
      unknown: 5,
    });
  });

  it.each([[null], ['x'], [{ properties: 5 }], [{}]])('has no fields for %j', (bad) => {
    expect(fieldsOf(bad)).toEqual([]);
  });

  it.each([
    ['录制文件 / Recording', 'zh', '录制文件'],
    ['录制文件 / Recording', 'en', 'Recording'],
    ['每秒 / 分钟 / per s', 'en', '分钟 / per s'],
    ['Recording', 'zh', 'Recording'],
  ] as const)('reads %s in %s', (text, language, expected) => {
    expect(inLanguage(text, language)).toBe(expected);
  });
});
