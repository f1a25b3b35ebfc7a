import { describe, expect, it } from 'vitest';
import { DEFAULT_VARIANTS, WordListContentSchema } from '../../../../shared/rules/words.ts';
import { contentOf, draftOf, linesOf, newDraft, withWords } from './list-draft.ts';

describe('a word list being typed', () => {
  it.each([
    ['', []],
    [' 赌博 \n\n博彩，赌博\r\n开户', ['赌博', '博彩', '开户']],
  ])('%j', (text, words) => {
    expect(linesOf(text)).toEqual(words);
  });

  it('becomes what the API takes, and back', () => {
    const draft = { ...newDraft('博彩'), words: '赌博\n开户', except: '博物馆', roomIds: ['demo'] };
    const content = contentOf(draft);
    expect(content).toEqual({
      name: '博彩',
      variants: DEFAULT_VARIANTS,
      words: ['赌博', '开户'],
      except: ['博物馆'],
      roomIds: ['demo'],
    });
    expect(WordListContentSchema.safeParse(content).success).toBe(true);
    expect(draftOf(content)).toEqual(draft);
  });

  it('adds only what is new', () => {
    expect(withWords('赌博\n开户', ['开户', '下注'])).toEqual({ text: '赌博\n开户\n下注', added: 1 });
  });
});
