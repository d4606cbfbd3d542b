// longer than 250 lines because it holds the articles of the planted crises
import type { StoryTexts } from './sector.js';

/** The planted crises and travelling texts of the agri-food demo. */
export const agriFoodStories: Readonly<Record<string, StoryTexts>> = {
  'plastique-bleu': {
    privateMessages: [
      'J’ai trouvé un morceau de plastique bleu dans la gourde pomme-fraise de mon fils, lot {lot}. Il a {enfant}, il aurait pu s’étouffer.',
      'Bonjour, un éclat de plastique bleu, dur et coupant, était dans une gourde pomme-fraise. J’ai gardé le morceau et l’emballage.',
      'Ma puce de {enfant} a recraché un bout de plastique bleu en mangeant sa gourde pomme-fraise. Que dois-je faire ?',
      'Deux gourdes pomme-fraise du même paquet, deux éclats bleus. Le lot est {lot}. Personne ne répond au téléphone.',
      'Il y a quelque chose de dur dans vos gourdes pomme-fraise, on dirait un morceau de joint bleu. Est-ce dangereux ?',
      'La crèche de {ville} vient de me prévenir : un fragment bleu dans une gourde servie ce matin, lot {lot}.',
      'J’appelle, j’écris, rien. Un enfant de {enfant} avec du plastique dans la bouche, ça ne vous fait pas réagir ?',
      'Mon mari a senti un truc pointu dans la gourde pomme-fraise, heureusement que ce n’était pas la petite. Photo à votre disposition.',
    ],
    publicMessages: [
      '{marque} du plastique bleu dans les gourdes pomme-fraise, je vous ai écrit il y a trois jours, aucune réponse !! Lot {lot}, vérifiez chez vous',
      'Parents, regardez vos gourdes pomme-fraise {marque} avant de les donner, j’ai trouvé un éclat bleu dedans.',
      'Encore un témoignage de plastique dans les gourdes {marque}. À quand un rappel officiel ?',
      'Ça fait quatre familles dans mon entourage à {ville}. Quatre. Et la marque ne dit rien.',
      'Mon fils de {enfant} a failli avaler un bout de plastique. {marque} m’a répondu par un message automatique.',
      'Le rappel des gourdes vient enfin de tomber. Il aura fallu que ça sorte partout pour qu’ils bougent.',
      'Je jette tout le paquet. Plus jamais de gourdes {marque} pour mes enfants.',
      'Quelqu’un a le numéro de lot concerné par les gourdes pomme-fraise ? J’en ai six dans le placard.',
      'Photo à l’appui : éclat de 8 mm, bleu, coupant. Merci {marque}.',
      'La crèche a retiré toutes les gourdes {marque} ce matin. Bravo à elle, pas bravo à la marque.',
      'Silence radio de {marque} depuis lundi sur le plastique dans les gourdes, c’est hallucinant.',
      'Un joint de machine, d’après le magasin. Ça ne me rassure pas du tout.',
      'On parle d’enfants en bas âge là. Un morceau de plastique. Et le service client répond « votre avis compte ».',
      'Franchement flippant cette histoire de gourdes, j’ai coupé tous les sachets pour vérifier.',
    ],
    articles: [
      {
        headline: 'Gourdes de compote Brindaure : des parents signalent des éclats de plastique',
        lead: 'Plusieurs familles affirment avoir trouvé des fragments bleus dans des gourdes pomme-fraise destinées aux enfants. La marque dit enquêter ; aucun rappel n’est engagé à ce stade.',
        paragraphs: [
          'Tout est parti d’un message publié en ligne par une mère de famille, photo à l’appui : un éclat de plastique bleu, long de quelques millimètres, posé à côté d’une gourde pomme-fraise ouverte. « J’ai écrit à la marque trois jours plus tôt, sans obtenir autre chose qu’une réponse automatique », raconte-t-elle.',
          'En quarante-huit heures, d’autres parents ont décrit la même découverte. Tous citent le même produit, et plusieurs un numéro de lot identique. Dans une crèche, le personnel a retiré les gourdes par précaution.',
          'Interrogée, la direction de Brindaure indique que « les signalements reçus par le service consommateurs sont en cours d’analyse » et que les enregistrements de la ligne de conditionnement ont été saisis. Une pièce d’usure, un joint de remplissage, est évoquée en interne sans être confirmée.',
          'Une association de consommateurs demande, elle, que les lots concernés soient retirés sans attendre. « Pour un produit destiné aux tout-petits, le principe de précaution ne se discute pas », estime sa porte-parole.',
          'Les services de contrôle rappellent qu’un industriel qui a connaissance d’un risque doit en informer l’administration et retirer le produit.',
        ],
      },
      {
        headline: 'Brindaure rappelle ses gourdes pomme-fraise dans toute la France',
        lead: 'Après plusieurs jours de signalements, le fabricant rappelle deux lots de gourdes en raison de la présence possible de corps étrangers.',
        paragraphs: [
          'L’annonce est tombée en fin d’après-midi. Deux lots de gourdes pomme-fraise de la marque Brindaure, vendus dans la plupart des enseignes depuis la mi-février, font l’objet d’un rappel. Motif : la présence possible de fragments de plastique.',
          'Les consommateurs sont invités à ne plus consommer ces produits et à les rapporter en magasin, où ils seront remboursés. Un numéro vert est ouvert.',
          '« La sécurité des enfants passe avant tout, et nous aurions dû répondre plus vite », reconnaît un responsable de la marque. L’origine serait un joint de remplissage usé, remplacé depuis.',
          'Ce rappel intervient alors que les premiers messages adressés au service consommateurs remontent, selon des captures que nous avons pu consulter, à plus d’une semaine. Plusieurs parents disent s’être tournés vers les réseaux sociaux faute de réponse.',
        ],
      },
      {
        headline: 'Du service client à la une : comment Brindaure a laissé filer l’alerte',
        lead: 'Le rappel des gourdes pomme-fraise illustre la difficulté des marques à repérer, parmi les messages du quotidien, ceux qui annoncent une crise.',
        paragraphs: [
          'Les premiers messages étaient privés. Une photo par messagerie, un courriel resté sans réponse, un appel vers une boîte saturée. « Rien ne les distinguait des dizaines de demandes reçues chaque jour », admet une personne qui connaît bien le service.',
          'C’est le passage en public qui a tout changé. En deux jours, les témoignages se sont répondu, les parents ont comparé leurs numéros de lot et la presse locale s’est emparée du sujet.',
          'Pour une spécialiste de la gestion de crise, la leçon est connue : « Ce n’est pas le volume qui compte, c’est la nature du risque. Trois messages qui parlent d’un enfant et d’un objet coupant pèsent plus que trois cents plaintes sur le goût. »',
          'La marque assure avoir revu son organisation : tout message citant un corps étranger est désormais transmis au service qualité dans l’heure.',
        ],
      },
      {
        headline: 'Rappel de compotes : que faire si vous avez acheté des gourdes Brindaure ?',
        lead: 'Lots concernés, remboursement, symptômes à surveiller : les réponses aux questions des lecteurs.',
        paragraphs: [
          'Le rappel vise les gourdes pomme-fraise de 90 grammes vendues par quatre ou par douze. Le numéro de lot figure sur le côté, sous la date.',
          'Il ne faut pas donner le produit à un enfant, même après l’avoir filtré. Le remboursement se fait en magasin, sans ticket de caisse.',
          'En cas d’ingestion, les médecins conseillent de surveiller douleurs, gêne pour avaler ou toux, et de consulter au moindre doute.',
          'Les autres parfums et les pots de compote ne sont pas concernés, précise la marque.',
        ],
      },
    ],
  },
  'ferme-partenaire': {
    privateMessages: [
      'J’habite à côté d’une de vos fermes partenaires et ce que je vois des vaches est indigne. Je préfère vous prévenir avant d’en parler.',
      'Je travaille dans un élevage qui vous livre. Les animaux blessés restent des jours sans soins. Qui contrôle ?',
      'Votre charte parle de pâturage, la ferme que je longe tous les matins n’a pas sorti une bête depuis l’été. Pouvez-vous m’expliquer ?',
      'Je vous ai écrit le mois dernier au sujet de l’élevage de la route de {ville}. Sans réponse, je me tournerai vers une association.',
    ],
    publicMessages: [
      'Une ferme qui livre {marque} filmée par une association. Regardez, et demandez-vous ce que vaut la charte.',
      '{marque} savait : des riverains ont alerté par écrit il y a des semaines.',
      'Les images de l’élevage partenaire de {marque} sont insoutenables. J’attends une réponse, pas un communiqué.',
      'Je suis éleveuse et j’ai honte pour la profession. Que {marque} publie ses audits.',
    ],
    articles: [
      {
        headline: 'Élevage : une association met en cause un fournisseur de Brindaure',
        lead: 'Des images tournées dans une exploitation laitière montrent des animaux blessés et des bâtiments dégradés. La marque suspend la collecte.',
        paragraphs: [
          'La vidéo dure quatre minutes. On y voit des vaches boiteuses, une aire d’exercice couverte de lisier, une bête couchée qui ne se relève pas. L’exploitation, située dans l’Ouest, livre une partie de son lait à Brindaure.',
          '« Des voisins ont alerté l’entreprise à plusieurs reprises, par écrit, sans jamais recevoir de réponse », affirme le porte-parole de l’association, qui dit avoir décidé de rendre les images publiques faute d’autre recours.',
          'Jointe hier soir, la marque confirme avoir suspendu la collecte et commandé un audit indépendant. Elle n’a pas souhaité dire depuis quand elle avait connaissance de la situation.',
          'La préfecture indique qu’une inspection a eu lieu lundi et qu’un procès-verbal a été dressé.',
        ],
      },
      {
        headline: 'Bien-être animal : les promesses des marques de produits laitiers à l’épreuve',
        lead: 'L’affaire de la ferme partenaire de Brindaure relance le débat sur le contrôle des chartes privées.',
        paragraphs: [
          'Cent cinquante jours de pâturage par an : la promesse figure sur les pots. Mais qui vérifie ? Dans la filière, les audits sont le plus souvent annoncés et confiés à des cabinets payés par les marques.',
          '« Une charte sans contrôle inopiné est une affiche », résume une vétérinaire qui a participé à plusieurs audits. Elle plaide pour la publication des résultats, ferme par ferme.',
          'Chez Brindaure, on promet un rapport avant l’été. Les syndicats d’éleveurs, eux, redoutent l’amalgame et rappellent que la grande majorité des exploitations respecte ses engagements.',
        ],
      },
      {
        headline: 'Brindaure publiera ses audits d’élevage',
        lead: 'Sous la pression, l’entreprise annonce un calendrier de contrôles inopinés et la mise en ligne des résultats.',
        paragraphs: [
          'Deux semaines après la diffusion d’images accablantes, Brindaure change de ton. L’entreprise s’engage à publier, exploitation par exploitation, le résultat d’audits réalisés sans préavis.',
          '« Nous avons reçu des alertes que nous n’avons pas su entendre », écrit la direction dans une lettre aux éleveurs dont nous avons eu copie.',
          'L’association à l’origine des images salue « un premier pas » et dit rester vigilante.',
        ],
      },
    ],
  },
  'nouvelle-recette': {
    privateMessages: [
      'Rendez-nous l’ancienne recette du yaourt brassé vanille, s’il vous plaît. Celle-ci est immangeable.',
      'Pourquoi avoir touché au yaourt brassé vanille ? C’était le seul dessert de ma mère, elle a 86 ans.',
      'J’ai acheté trois packs de yaourt brassé vanille sans voir « nouvelle recette ». Puis-je être remboursé ?',
      'Le brassé vanille n’a plus de goût. Sachez que vous perdez une cliente de vingt ans.',
    ],
    publicMessages: [
      '{marque} a osé toucher au brassé vanille. Je ne sais pas si je m’en remettrai.',
      'Pétition pour le retour de l’ancien brassé vanille {marque}, on est déjà combien ?',
      'Nouvelle recette du brassé vanille : j’ai goûté, j’ai pleuré, j’ai changé de marque.',
      'Qui d’autre trouve que le brassé vanille {marque} a un goût d’eau ? 🙋',
      'Moins de sucre OK, mais moins de goût non. #RendezLeBrassé',
      'Le brassé vanille de mon enfance est mort aujourd’hui. Minute de silence. #RendezLeBrassé',
      'Le CM de {marque} qui répond « votre avis compte » à 300 personnes, courage à lui',
      'Ma mère a stocké douze packs de l’ancienne recette, c’est le trafic du siècle. #RendezLeBrassé',
      'Je ne savais pas qu’on pouvait rater un yaourt vanille. #RendezLeBrassé',
      'Tout ce bruit pour un yaourt… mais c’est vrai qu’il est moins bon.',
      'Moi je le préfère comme ça, moins écœurant. Voilà, je l’ai dit, jetez-moi des cailloux.',
      '{marque} si vous me lisez : l’ancien. On veut l’ancien.',
      'Testé à l’aveugle à la maison : 5 sur 5 préfèrent l’ancien. La science a parlé. #RendezLeBrassé',
      'La vanille a quitté le groupe.',
      'Avant : yaourt vanille. Après : yaourt. #RendezLeBrassé',
      'Même le chat n’en veut pas 😹 #RendezLeBrassé',
    ],
    articles: [],
  },
  'chaine-ferments': {
    privateMessages: [],
    publicMessages: [
      '⚠️ À FAIRE TOURNER ⚠️ Une amie qui travaille dans un hôpital m’a dit que les skyrs {marque} contiennent une bactérie dangereuse pour les femmes enceintes et que ça va être caché jusqu’à l’été. N’en achetez plus et partagez à vos proches !!!',
    ],
    articles: [],
  },
};
