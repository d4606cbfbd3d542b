import { expect, it } from 'vitest';
import { BUSINESS_FROM, businessScore } from '../../src/engine/business-text.js';
import { openDatabase } from '../../src/engine/database.js';
import { fold } from '../../src/util/fold.js';

it('reads who writes otherwise than as a customer, and no complaint, thanks or question of one', async () => {
  const business = [
    'Étudiante en BTS, je recherche un stage de huit semaines dans votre magasin.',
    'I would like to apply for the position, my cover letter is attached.',
    'Notre agence spécialisée en référencement naturel peut améliorer votre visibilité.',
    'We help brands grow your traffic: would you be open to a quick call?',
    'Veuillez trouver ci-joint notre facture, règlement à 30 jours fin de mois.',
    'Our invoice 889 is now overdue, please send the remittance advice.',
    'Chers collègues, voici le compte rendu de la réunion.',
    'Vous recevez cet e-mail car vous êtes inscrit. Se désinscrire',
    'Votre colis a été expédié ce matin.',
  ];
  const customers = [
    'Je n’ai toujours pas reçu la facture de ma commande.',
    'Impossible de me désinscrire de votre newsletter, c’est inadmissible.',
    'Votre colis a été livré mais je n’ai rien eu.',
    'Votre site ne marche pas sur mon téléphone.',
    'Avez-vous des conditions pour la livraison au bureau ?',
    'My order never arrived, please send an invoice.',
    'Merci à toute l’équipe !',
  ];
  const database = await openDatabase();
  const texts = [...business, ...customers];
  const { told } = await database.columns(
    `SELECT ${businessScore('words')} >= ${BUSINESS_FROM} AS told FROM (SELECT unnest([${texts
      .map((text) => `'${fold(text).replaceAll("'", "''")}'`)
      .join(', ')}]) AS words)`,
  );
  database.close();
  expect(texts.filter((_, at) => told?.[at] === true)).toEqual(business);
});
