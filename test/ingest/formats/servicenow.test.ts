import { expect, it } from 'vitest';
import { serviceNow } from '../../../src/ingest/formats/servicenow.js';
import { readText } from '../read-sample.js';

it('reads as a customer’s what the platform writes down as a guest’s', async () => {
  const text = `"number","caller_id","short_description","description","opened_at","comments"\n"INC1","Ana","Pain","Rassis","2026-01-05 09:00:00","2026-01-05 15:00:00 - Guest (Additional comments)\nToujours rien ?\n"\n`;
  const { records } = await readText(serviceNow, text, 'incident.csv');
  expect(records[1]).toMatchObject({ direction: 'inbound', kind: 'message', text: 'Toujours rien ?' });
});

it('doubts a journal whose times it can’t read', async () => {
  const text = `"number","caller_id","short_description","description","opened_at","comments"\n"INC1","Ana","Pain","Rassis","2026-01-05 09:00:00","hier - Léo (Additional comments)\nVoici\n"\n`;
  const { records, doubts } = await readText(serviceNow, text, 'incident.csv');
  expect(records).toHaveLength(1);
  expect(doubts).toContainEqual(expect.objectContaining({ row: 2, reason: 'other' }));
});

it('tells what two columns of journals have in common once, and notes from comments by their label', async () => {
  const journal = `2026-01-05 15:00:00 - Léo (Additional comments)\nVoici un bon.\n\n2026-01-05 14:00:00 - Léo (Work notes)\nvu\n`;
  const text = `"number","caller_id","short_description","description","opened_at","comments","comments_and_work_notes"\n"INC1","Ana","Pain","Rassis","2026-01-05 09:00:00","2026-01-05 15:00:00 - Léo (Additional comments)\nVoici un bon.\n","${journal}"\n`;
  const { records } = await readText(serviceNow, text, 'incident.csv');
  expect(records.map(({ direction, authorName, text: words }) => [direction, authorName, words])).toEqual([
    [undefined, 'Ana', 'Rassis'],
    ['internal', 'Léo', 'vu'],
    ['outbound', 'Léo', 'Voici un bon.'],
  ]);
});

it('reads a list without journals, whose subject is all there is', async () => {
  const text = `"number","incident_state","opened_at","caller_id","short_description","assignment_group"\n"INC1","Closed","2026-01-05 09:00:00","Ana Roc","Le four ne chauffe plus","SAV"\n"INC2","New","2026-01-06 09:00:00","Bo Lin","Où rendre le pot","SAV"\n`;
  const { records } = await readText(serviceNow, text, 'incident.csv');
  expect(
    records.map(({ threadId, title, authorName, status }) => [threadId, title, authorName, status]),
  ).toEqual([
    ['INC1', 'Le four ne chauffe plus', 'Ana Roc', 'Closed'],
    ['INC2', 'Où rendre le pot', 'Bo Lin', 'New'],
  ]);
});
