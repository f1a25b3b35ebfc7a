import en from './words/en.json' with { type: 'json' };
import zh from './words/zh.json' with { type: 'json' };

/** Every word of the widget. */
export type Words = typeof zh;

/** The widget's words in a language. */
export function wordsOf(language: 'zh' | 'en'): Words {
  return language === 'en' ? en : zh;
}

/** Fills `{name}` in. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** The text for a fault's code, from a list that has `other`. */
export function faultWord(texts: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(texts, code) ? texts[code] : undefined) ?? texts.other ?? code;
}
