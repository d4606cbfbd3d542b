/** French heads of the columns that mark a row, and say how its dates and codes are to be read. */
export const MARK_HEADS: Readonly<Record<string, string>> = {
  caseId: 'Repère du dossier',
  firstCaseId: 'Repère du premier dossier',
  messageId: 'Repère du message',
  sheetId: 'Repère de la fiche',
  topicId: 'Repère du sujet',
  grain: 'Granularité',
  dayOnly: 'Jour sans heure',
  firstArticleDayOnly: 'Premier article, jour sans heure',
  clusterBy: 'Famille indiquée par',
  openHours: 'Heures d’ouverture',
  hint: 'Remède (en anglais)',
};
