import { expect, it } from 'vitest';
import { BUSINESS_FROM, businessScore, mayBeBusiness } from '../../src/engine/business-text.js';
import { openDatabase } from '../../src/engine/database.js';
import { fold } from '../../src/util/fold.js';

async function toldIn(texts: readonly string[]): Promise<string[]> {
  const database = await openDatabase();
  const { told, gated } = await database.columns(
    `SELECT ${businessScore('words')} >= ${BUSINESS_FROM} AS told, ${businessScore('words')} <= 0 OR ${mayBeBusiness('words')} AS gated FROM (SELECT unnest([${texts
      .map((text) => `'${fold(text).replaceAll("'", "''")}'`)
      .join(', ')}]) AS words)`,
  );
  database.close();
  expect(texts.filter((_, at) => gated?.[at] !== true)).toEqual([]);
  return texts.filter((_, at) => told?.[at] === true);
}

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
    'Pourriez-vous me dire quelle agence tient le référencement naturel de la maison ?',
    'Merci de régler la facture jointe, échéance au 31 mars. Accounts receivable.',
    'Your payslip for February is available in your digital vault.',
    'I represent a packaging manufacturer and would love to set up a meeting.',
    'Félicitations, vous avez été sélectionné pour recevoir un téléphone, cliquez ici.\n\nEnvoyé de mon mobile',
    'Ich bewerbe mich um die Stelle als Verkäuferin, mein Lebenslauf liegt bei.',
    'Ma fille cherche un apprentissage en boulangerie, prenez-vous des apprentis ?',
    'Je prépare un article sur votre filière, qui puis-je interviewer ?',
    'Notre nouveau tarif professionnel entre en vigueur au 1er avril.',
    'Contrôle périodique de vos extincteurs : notre technicien passera le 12.',
  ];
  const customers = [
    'Je n’ai toujours pas reçu la facture de ma commande.',
    'Impossible de me désinscrire de votre newsletter, c’est inadmissible.',
    'Votre colis a été livré mais je n’ai rien eu.',
    'Votre site ne marche pas sur mon téléphone.',
    'De la pourriture au fond du pot, veuillez trouver ci-joint la facture.',
    'Avez-vous des conditions pour la livraison au bureau ?',
    'My order never arrived, please send an invoice.',
    'Merci à toute l’équipe !',
  ];
  expect(await toldIn([...business, ...customers])).toEqual(business);
});

it('leaves with customers who speak of invoices, trainees, offers and agencies as customers do', async () => {
  const customers = [
    'J’ai reçu une facture à échéance du 12 alors que j’ai rendu le four.',
    'La facture de mon achat indique une échéance que je n’ai jamais acceptée.',
    'J’ai reçu un message « vous avez gagné un téléphone, cliquez ici » en votre nom, est-ce une arnaque ?',
    'Vous avez gagné un client fidèle, merci pour tout !',
    'Vous trouverez ci-joint mes bulletins de paie pour le paiement en trois fois.',
    'Je représente ma mère, cliente âgée, qui a été débitée deux fois.',
    'Le prix cassé sur les palettes n’est pas appliqué au drive.',
    'Mon fils a trouvé un bout de métal dans sa compote.',
    'Bonjour l’équipe, accueil glacial hier, formez vos équipes.',
    'Commande n° 4471 : formez vos équipes, il manquait trois articles.',
    'Our school ordered 40 boxes, could you send the invoice with a due date?',
    'Busco un producto sin gluten, ¿dónde lo venden?',
    'Je cherche la personne en charge du SAV pour mon four qui ne chauffe plus.',
    'Je voudrais parler au responsable commercial, le vendeur m’a mal parlé.',
    'Votre offre spéciale sur les fromages ne passe pas en caisse.',
    'Ma facture du mois de mars n’est pas bonne, vous m’avez compté deux fois le jambon.',
    'Je viens de recevoir une facture impayée alors que j’ai réglé en magasin.',
    'La facture à régler ne correspond pas au ticket.',
    'Il y avait un stagiaire à la caisse qui ne savait pas rendre la monnaie.',
    'La caissière, un apprenti je crois, a été très impolie.',
    'Il n’y a pas assez de monde en caisse, vous avez besoin de personnel !',
    'Vous recrutez des gens malpolis, bravo.',
    'Quand embauchez-vous des caissiers compétents ? Une heure d’attente.',
    'J’ai vu l’annonce de la promotion à 2 euros et on m’a facturé 4.',
    'Suite à votre annonce à la radio je suis venu et il n’y avait plus rien.',
    'Vos cadeaux promotionnels sont introuvables en magasin.',
    'La fontaine à eau du magasin est sale.',
    'Les panneaux publicitaires annoncent un prix qui n’est pas celui du rayon.',
    'Vos panneaux solaires achetés dans votre magasin ne produisent rien.',
    'Je souhaite me désinscrire de vos mails. Le lien dans la version en ligne ne marche pas.',
    'Pouvez-vous m’envoyer un échantillon de la colle, la mienne a séché ?',
    'Le livreur : notre livraison de 14 h sera pour quand ?',
    'Nos livraisons arrivent toujours en retard chez vous.',
    'Mon paiement en trois fois : paiement sous 30 jours ou non ?',
    'Votre code de vérification n’arrive pas.',
    'Reset your password email does not work.',
    'Le lien pour réinitialiser votre mot de passe est mort.',
    'J’ai visité votre site et impossible de payer.',
    'J’ai consulté votre site, les horaires sont faux.',
    'Je suis influenceuse mais surtout cliente, et le gâteau était immangeable.',
    'Je suis blogueuse et j’ai trouvé un insecte dans le sachet.',
    'Notre entreprise attend la livraison des 40 coffrets prévue lundi, merci de nous confirmer.',
    'Merci de corriger la facture n° 3321, notre numéro de TVA intracommunautaire manque.',
    'Voici mon RIB et mon IBAN, quand arrive votre virement ?',
    'Vous trouverez ci-joint notre facture d’achat, le robot ne démarre plus.',
    'Nous vous adressons notre facture d’achat car le frigo ne refroidit plus.',
    'J’aimerais travailler avec vous pour trouver une solution à ce litige.',
    'Chers tous, vos crêpes sont immangeables.',
    'Avec votre bon de commande on me demande encore une signature.',
    'Votre nom de domaine a changé ? Le lien de suivi ne marche plus.',
    'J’ai un accusé de réception de commande mais rien dans la boîte.',
    'Votre partenariat commercial avec ce transporteur est une catastrophe.',
    'Nous nous permettons de vous solliciter : votre équipe ne nous a pas livrés.',
    'Je me permets de vous contacter au sujet d’une enseigne : nos enfants ont trouvé du plastique dans la compote, votre équipe ne répond pas.',
    'Vous achetez de faux avis positifs, la tarte était brûlée.',
    'Vous achetez des abonnés mais ne répondez à personne.',
    'Le prix pro affiché ne s’applique pas sur les lots de six.',
    'Location de matériel : la ponceuse louée est tombée en panne.',
    'J’ai loué un véhicule, location de véhicules au magasin de Brest, réservoir vide.',
    'Le stage de pâtisserie a été annulé ; entretien téléphonique sans suite.',
    'Je veux résilier mon contrat de mutuelle d’entreprise souscrit chez vous.',
    'The manager told me to write to the right person to fix this.',
    'I am looking for the right contact to sort out a late delivery.',
    'I visited your website and the checkout keeps crashing.',
    'Is the payment within 14 days? You charged twice.',
    'A trainee as an intern served me raw chicken.',
    'Your team promised a quick call, nobody phoned.',
    'I’d like my statement of account for loyalty points.',
    'I need a copy of the purchase order, the sofa has a scratch.',
    'Your bank details please, my payment bounced. Invoice number 12.',
    'You are receiving this email because your privacy policy is a joke: unsubscribe me.',
  ];
  expect(await toldIn(customers)).toEqual([]);
});
