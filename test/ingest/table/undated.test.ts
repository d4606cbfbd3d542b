import { expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { undatedDoubt } from '../../../src/ingest/table/undated.js';

const doubt = async (text: string): Promise<readonly unknown[]> => {
  const { table } = await openBytes(Buffer.from(text), 'x.csv');
  const told = table && undatedDoubt(table);
  return told && 'doubt' in told ? [told.doubt.column ?? '', told.doubt.hint.slice(0, 20)] : [];
};

it('names the column that is called a date but holds none', async () => {
  expect(
    await doubt('id,Date de publication,avis\n1,lot,Très bon fromage\n2,lundi,Trop cher pour ce que c’est\n'),
  ).toEqual(['Date de publication', 'named like a date, b']);
  expect(await doubt('id,date,avis\n1,,Très bon fromage\n2,,Trop cher pour ce que c’est\n')).toEqual([
    '',
    'no column holds date',
  ]);
});

it('says that ages are no dates, in several languages', async () => {
  for (const [one, other] of [
    ['il y a 3 jours', 'hier'],
    ['3 days ago', 'yesterday'],
    ['vor 4 Monaten', 'vor einem Jahr'],
    ['hace 2 semanas', 'hace un año'],
    ['2 settimane fa', 'un anno fa'],
    ['há 2 semanas', '2 semanas atrás'],
    ['3 gün önce', '3 дня назад'],
  ])
    expect(await doubt(`id,date,review\n1,${one},Very good cheese\n2,${other},Too dear for me\n`)).toEqual([
      'date',
      'ages, such as "3 day',
    ]);
});
