/** Visitors, expatriates and a few customers abroad. */
export const ENGLISH = {
  delivery: {
    private: [
      'Four bottles turned up out of six, and the box had clearly been re-taped.',
      'Tracking says it was handed to me on Tuesday. It was not, I was on a train to {ville}.',
    ],
    public: [
      'Two thirds of an order is still not an order, {marque}.',
      'Box left in full sun, cheese made its own way out.',
    ],
  },
  safety: {
    private: ['There was a shard of glass in {le}. I kept it, along with the jar and the lid.'],
    public: ['Found glass in a baby jar from {marque}. Check yours.'],
  },
  taste: {
    private: ['We opened {le} last night and it tasted like wet cardboard.'],
    public: ['{le} used to be lovely, now it tastes of nothing at all.'],
  },
  thanks: ['Refund landed this morning, all good now, cheers.'],
  follow: ['Just nudging this one up your inbox.', 'Anybody there?'],
  protest: ['That does not answer what I asked, I am afraid.'],
  reply: ['Thanks for getting in touch. Would you send us a picture of the label, please?'],
  solve: ['We have put the money back on your card today; it should show up within the week.'],
} as const;
