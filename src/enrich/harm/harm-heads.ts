/** Name of the harm head of a language, `null` when unknown: English has its own, the other learnt from French. */
export function harmHeadName(language: string | null): 'harm' | 'harm-english' {
  return language === 'en' ? 'harm-english' : 'harm';
}
