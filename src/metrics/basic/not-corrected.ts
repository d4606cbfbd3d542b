import type { Bilingual } from '../../model/index.js';

/** What is told raw alone, and why. */
const NOT_CORRECTED = {
  harm: {
    fr: 'propos à modérer (les textes étalons publics sont choisis pour leur violence, et leurs textes anodins ne ressemblent pas à ceux de clients : « deversoir label --head harm » les corrige)',
    en: 'harm (public reference texts are chosen for it, and their harmless ones look nothing like customers’: “deversoir label --head harm” corrects it)',
  },
  complaint: {
    fr: 'réclamations (aucune table pour ces messages)',
    en: 'complaints (no table for these messages)',
  },
  sentiment: { fr: 'tonalité (aucune table pour ces messages)', en: 'tone (no table for these messages)' },
  drivers: {
    fr: 'motifs (leurs erreurs sont mesurées tous genres confondus, sur trop peu de textes de chacun)',
    en: 'drivers (their errors are measured over all genres at once, on too few texts of each)',
  },
  press: {
    fr: 'presse (aucun texte étalon : un article n’est pas un avis)',
    en: 'press (no reference text: an article is no opinion)',
  },
} as const;

/** Complaints of microblogs, which none of the rows holds. */
const POSTS: Bilingual = {
  fr: 'réclamations des microblogs, qu’aucune ligne ne compte (dans ceux relus à la main, une sur cent à une sur trois : la part brute n’y dit pas la vraie, et aucune table ne la corrige ; « deversoir label --head complaint » la donne)',
  en: 'complaints of microblogs, which no row counts (of those read by hand one in a hundred to one in three complains: their raw share does not tell the true one, and no table corrects it: “deversoir label --head complaint” tells it)',
};

/** The limits of corrected shares, with what is not corrected and why; `posts`: whether customers’ microblogs are among the messages. */
export function withNotCorrected(
  limits: Bilingual | undefined,
  rows: readonly { readonly head: string; readonly genre: string; readonly method: string }[],
  posts = false,
): Bilingual {
  const heads = new Set(rows.map(({ head }) => head));
  const missing = [
    ...(['sentiment', 'complaint', 'harm'] as const).filter((head) => !heads.has(head)),
    'drivers',
    'press',
  ] as const;
  const complaints = rows.filter(({ head }) => head === 'complaint'),
    silent = posts && complaints.length > 0 && complaints.every(({ method }) => method === 'confusion-table');
  const told = (language: 'fr' | 'en'): string =>
    [...missing.map((what) => NOT_CORRECTED[what]), ...(silent ? [POSTS] : [])]
      .map((why) => why[language])
      .join(' ; ');
  return {
    fr: `${limits?.fr ?? ''} Non corrigés : ${told('fr')}.`,
    en: `${limits?.en ?? ''} Not corrected: ${told('en').replaceAll(' ; ', '; ')}.`,
  };
}
