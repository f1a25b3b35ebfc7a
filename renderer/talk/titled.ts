/** A title as each language marks it. */
export function titled(title: string, language: 'zh' | 'en'): string {
  return language === 'zh' ? `《${title}》` : `“${title}”`;
}
