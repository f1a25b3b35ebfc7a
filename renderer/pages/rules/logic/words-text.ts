/** Words as typed, one a line or between commas, each once. */
export function wordsOf(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .split(/[\n\r,，;；、]+/)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ];
}

/** Words as they are shown for typing: few rows, as one reads them. */
export function wordsText(words: readonly string[]): string {
  return words.join('、');
}
