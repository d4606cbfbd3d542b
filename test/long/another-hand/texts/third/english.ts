/** What customers of the third hand write in English, on every subject, and what the brand answers them. */
export const ENGLISH = {
  taste: {
    private: [
      'Did someone change the recipe? My {nu} tasted like wet cardboard.',
      'The {nu} I picked up on the weekend was bitter and grainy, nobody finished it.',
      'Used to love your {nu}, this one is bland to the point of being inedible.',
    ],
    public: [
      'New {nu} by {marque} tastes of nothing, we want the previous one',
      'Honestly the worst {nu} I have eaten, {marque} what happened?',
    ],
  },
  freshness: {
    private: [
      'Opened the {nu} today and there was blue mould all over the top, it should last another {n} days.',
      'Your picker sent me {nu} that expired {n} days ago.',
      'The {nu} smelled sour and the pack was puffed up like a balloon.',
    ],
    public: [
      'Mouldy {nu} again from {marque}, a week ahead of its date',
      'Check your dates at {marque} {ville}, half the chiller is expired',
    ],
  },
  safety: {
    private: [
      'My son bit on a piece of wire in your {nu} and chipped a tooth.',
      'Egg is not on the label of the {nu}, my daughter is allergic and we had to call an ambulance.',
      'The handle of the {nu} snapped and I got burnt.',
    ],
    public: [
      'Wire in the {nu} from {marque}!! Please stop selling it',
      'Undeclared allergen in {marque} {nu}, we ended up calling an ambulance',
    ],
  },
  price: {
    private: [
      'The shelf said {prix}, the till said {prix2}, and your colleague told me to take it or leave it.',
      'I was charged {n} times for one {nu}, please correct my receipt.',
      'Buying three is more expensive than buying one three times, is that your idea of a deal?',
    ],
    public: ['Smaller pack, bigger price, same {marque}', '{prix2} for {nu}? {marque} has lost the plot'],
  },
  packaging: {
    private: [
      'The lid of the {nu} came off in my bag and ruined my laptop.',
      'Three layers of plastic around one {nu}, surely that cannot be needed.',
      'I cannot open the {nu} without pliers, my hands are not what they were.',
    ],
    public: [
      'Leaky lid on the {nu}, thanks for the stained carpet {marque}',
      'You need pliers to open a {nu} these days',
    ],
  },
  availability: {
    private: [
      'Is the {nu} discontinued? The peg in {ville} has been empty for {n} weeks.',
      'I reserved the {nu} online and the desk told me it never came in.',
      'Your website shows stock, the shop shows an empty shelf.',
    ],
    public: [
      'Front page of the leaflet, never in the shop. Well done {marque}',
      'Anyone seen the {nu} lately? {marque} ran out a month ago',
    ],
  },
  delivery: {
    private: [
      'The courier left my box with a neighbour who is abroad, I have no way of getting it.',
      'Ordered {n} days ago and the parcel has not left your warehouse.',
      'Half of the items were missing and the carton had been taped back together.',
    ],
    public: [
      '{marque} delivery cancelled twice without a call, a morning wasted each time',
      'Box taped up, half the order gone. {marque}, explain?',
    ],
  },
  staff: {
    private: [
      'Your sales assistant shrugged and walked away while I was talking to him.',
      'The lady at till {n} snatched the receipt out of my hand.',
      'I was hung up on in the middle of a sentence.',
    ],
    public: [
      'Rudest staff in {ville}, I left my basket in the aisle. Shame on {marque}',
      'Asked {marque} for a manager and got laughed at',
    ],
  },
  'after-sales': {
    private: [
      'The {nu} died after {n} weeks and the shop tells me the warranty does not apply.',
      'My return reached you ages ago, the {prix} never came back to my card.',
      'Your workshop has had my {nu} for two months without a single update.',
    ],
    public: [
      'Two months and counting, {marque} still has my {nu} in the workshop',
      '{marque} warranty: valid as long as nothing breaks',
    ],
  },
  'app-site': {
    private: [
      'Blank page when I pay, yet my bank shows a charge of {prix}.',
      'The app closes as soon as I open my lists.',
      'My account is locked and the recovery form goes to a dead page.',
    ],
    public: [
      'Blank screen, money gone. {marque} checkout is a magic trick',
      'The {marque} app quits on me every single time',
    ],
  },
  loyalty: {
    private: [
      'My gift vouchers vanished from my account overnight.',
      'You merged my two cards and kept the smaller balance.',
      'My premium status was removed right after you took the yearly fee.',
    ],
    public: [
      '{marque} took the premium fee and dropped the perks',
      'Vouchers gone, points gone. Loyalty goes one way at {marque}',
    ],
  },
  publicBefore: ['Well.', 'For anyone interested:', '', '', '', ''],
  publicAfter: ['Think twice.', 'Anyone from @{marque} reading this?', '', '', '', ''],
  vague: ['One star because none is not an option.', 'So let down by {marque}.'],
  echo: ['Same here', 'Same, in {ville}'],
  thanks: [
    'Money is back on my card, cheers {agent}.',
    'The new one arrived today, all good now.',
    'That did the trick, many thanks.',
  ],
  follow: [
    'Just following up on the below.',
    'Has anybody had a chance to look into this?',
    'Bumping this up, {n} days without a word.',
  ],
  protest: [
    'That does not answer what I asked.',
    'You sent me the same text last time and nothing changed.',
    'The voucher is not what I want, please fix it.',
  ],
  detail: ['Sure, bought on Saturday in {ville}, paid {prix}.', 'Picture attached, batch {dossier}.'],
  polite: ['Thanks for getting back to me, I will wait then.', 'Understood, please keep me posted.'],
  selfSolved: ['Scrap that, it has turned up after all.'],
  reply: [
    'Thank you for reaching out and sorry about this. Could you send us a picture and the batch code?',
    'I have raised this with the team in {ville} and will come back to you.',
  ],
  solve: [
    'A refund of {prix} has been issued today.',
    'A replacement leaves our warehouse today, with our apologies.',
  ],
  answer: ['Hello, yes it is.', 'Thanks for your kind words, we have passed them on.'],
  question: [
    'Do you ship the {nu} to Belgium?',
    'Is the {nu} suitable for vegans?',
    'Are you open in {ville} on bank holidays?',
  ],
  praise: [
    'The {nu} is fantastic, that is all I came to say.',
    'Lovely service in {ville} this week, thank you.',
  ],
} as const;
