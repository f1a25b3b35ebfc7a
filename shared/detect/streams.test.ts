import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SYLLABLE_NAMES } from './pinyin.ts';
import { createStreams, MAX_TEXT, type Stream } from './streams.ts';

const streams = createStreams();

function symbolsOf(stream: Stream): string {
  return String.fromCharCode(...stream.units.subarray(0, stream.length));
}

function soundsOf(stream: Stream): string {
  return [...stream.units.subarray(0, stream.length)]
    .map((unit) => SYLLABLE_NAMES[unit - 1] ?? '_')
    .join(' ');
}

describe('streams', () => {
  it.each([
    ['傻 * 逼', '傻逼'],
    ['傻傻傻逼逼', '傻逼'],
    ['ｓ．ｂ', 'sb'],
    ['你🐎没了', '你马没了'],
    ['88 88', '8888'],
    ['gooood', 'god'],
  ])('squeezes %j to %j', (text, squeezed) => {
    streams.read(text);
    expect(symbolsOf(streams.squeezed)).toBe(squeezed);
  });

  it.each([
    ['女马死了', '妈死了'],
    ['亻尔好', '你好'],
    ['亻 尔', '你'],
  ])('composes %j to %j', (text, composed) => {
    streams.read(text);
    expect(symbolsOf(streams.composed)).toBe(composed);
  });

  it.each([
    ['傻逼', 'sha bi'],
    ['shabi', 'sha bi'],
    ['sha bi', 'sha bi'],
    ['s h a b i', 'sha bi'],
    ['杀币', 'sha bi'],
    ['hello', '_ _ _ _'],
  ])('reads %j as %j', (text, sounds) => {
    streams.read(text);
    expect(soundsOf(streams.syllables)).toBe(sounds);
  });

  it('keeps places inside the text and in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        streams.read(text);
        for (const stream of [streams.chars, streams.squeezed]) {
          let last = 0;
          for (let index = 0; index < stream.length; index += 1) {
            const start = stream.starts[index] ?? -1;
            const end = stream.ends[index] ?? -1;
            if (start < last || end <= start || end > text.length) return false;
            last = start;
          }
        }
        const { squeezed, syllables, composedSyllables } = streams;
        return [syllables, composedSyllables].every((stream) =>
          stream.ends
            .subarray(0, stream.length)
            .every((end, index) => end <= squeezed.length && end > (stream.starts[index] ?? end)),
        );
      }),
    );
  });

  it('reads the first part of a text that is too long', () => {
    streams.read('好吗'.repeat(MAX_TEXT));
    expect(streams.chars.length).toBe(MAX_TEXT);
  });
});
