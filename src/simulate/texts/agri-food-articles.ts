import type { ArticleTexts } from './sector.js';

/** Articles of ordinary days about the agri-food brand. */
export const agriFoodArticles: readonly ArticleTexts[] = [
  {
    headline: 'Brindaure investit onze millions d’euros dans sa laiterie bretonne',
    lead: 'Le fabricant de desserts lactés modernise sa ligne de conditionnement et promet trente emplois d’ici deux ans.',
    paragraphs: [
      'La nouvelle ligne remplira des pots en carton, à raison de dix-huit mille à l’heure. Elle remplace un équipement vieux de vingt ans, gourmand en énergie et en plastique.',
      '« Nous voulons sortir du pot en plastique sur toute la gamme familiale », explique la direction industrielle. Le chantier doit s’achever à l’automne.',
      'Les élus locaux saluent un investissement attendu. Les syndicats demandent des garanties sur les conditions de travail de nuit.',
    ],
  },
  {
    headline: 'Prix du lait : les négociations traînent, les éleveurs s’impatientent',
    lead: 'À l’approche de l’échéance, producteurs et transformateurs peinent à s’entendre. Brindaure et Vergelac sont cités parmi les derniers à ne pas avoir signé.',
    paragraphs: [
      'La formule de calcul divise : les producteurs veulent que le coût de l’alimentation du bétail pèse davantage, les transformateurs mettent en avant la baisse des volumes en rayon.',
      '« À ce tarif, je perds de l’argent chaque matin en allumant la salle de traite », résume un éleveur installé avec soixante vaches.',
      'Une nouvelle réunion est prévue la semaine prochaine sous l’égide du médiateur.',
    ],
  },
  {
    headline: 'Nutri-Score : les desserts lactés face à la nouvelle formule',
    lead: 'Le calcul revu pénalise les produits sucrés. Plusieurs marques, dont Brindaure et Lactanie, voient leurs notes reculer.',
    paragraphs: [
      'D’un B à un D : le recul est rude pour certaines crèmes dessert. En cause, une échelle plus sévère pour les sucres et la disparition d’un bonus accordé aux produits laitiers.',
      'Chez les fabricants, on rappelle que l’affichage demeure volontaire. Une association de patients y voit, elle, « un retour à la réalité du contenu des pots ».',
      'Une recette allégée en sucre est à l’essai chez Brindaure, selon la marque.',
    ],
  },
  {
    headline: 'Le skyr, nouveau roi du rayon ultra-frais',
    lead: 'Porté par les sportifs puis par les familles, le produit d’inspiration islandaise progresse à deux chiffres. Tour d’horizon des marques.',
    paragraphs: [
      'En trois ans, le linéaire consacré au skyr a doublé. Brindaure, entré tardivement sur ce marché, propose désormais quatre parfums fabriqués dans l’Ouest.',
      'Les chefs de rayon soulignent la fidélité des acheteurs, mais aussi leur sensibilité au prix : au-delà de trois euros les deux pots, la rotation ralentit.',
    ],
  },
  {
    headline: 'Compotes : la gourde a-t-elle encore un avenir ?',
    lead: 'Pratique mais difficile à recycler, l’emballage préféré des goûters est contesté. Les industriels cherchent la parade.',
    paragraphs: [
      'Une gourde pèse sept grammes d’un mélange de matériaux que peu de centres savent trier. La Maison Poulvanic teste une version en un seul matériau, Brindaure promet la sienne pour l’an prochain.',
      '« Le meilleur emballage reste le bocal », tranche la responsable d’une ligue de parents, qui plaide pour la consigne dans les cantines.',
    ],
  },
  {
    headline: 'Trois laiteries ouvrent leurs portes ce week-end',
    lead: 'Visites, dégustations et rencontres avec les éleveurs : le public est invité à découvrir les coulisses du yaourt.',
    paragraphs: [
      'À la laiterie Brindaure, les visiteurs suivront le trajet du lait, de la citerne au pot. Les groupes sont limités à vingt personnes.',
      'L’entrée est libre, sur inscription. Les enfants repartiront avec un ferment et un mode d’emploi pour faire leur yaourt à la maison.',
    ],
  },
];
