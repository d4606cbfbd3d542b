/** Fictitious newspapers and sites. */
export const OUTLETS: readonly { name: string; host: string; author: string; code: string }[] = [
  { name: 'Le Courrier du Couchant', host: 'courrier-couchant.example', author: 'La rédaction', code: 'CDC' },
  { name: 'Ouest-Matinal', host: 'ouest-matinal.example', author: 'Service économie', code: 'OUM' },
  {
    name: 'La Gazette des Deux-Rives',
    host: 'gazette-deux-rives.example',
    author: 'La rédaction',
    code: 'GDR',
  },
  { name: 'Le Fil du Matin', host: 'fil-du-matin.example', author: 'Le Fil, avec agences', code: 'FDM' },
  {
    name: 'Rayons & Filières',
    host: 'rayons-filieres.example',
    author: 'Pôle grande consommation',
    code: 'RFI',
  },
  { name: 'Le Grand Quotidien', host: 'grand-quotidien.example', author: 'Service société', code: 'LGQ' },
  { name: 'Conso Vigilance', host: 'conso-vigilance.example', author: 'L’équipe', code: 'COV' },
];
