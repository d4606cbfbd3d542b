/** A few customers write English. */
export const ENGLISH = {
  delivery: {
    private: [
      'My parcel has been stuck near {ville} for {n} days, can somebody chase the courier?',
      'Delivery driver claimed nobody was home, we were sitting in the kitchen.',
    ],
    public: [
      '{marque} couriers are a joke, {n} days and no box',
      'Ordered from {marque}, the delivery never showed up.',
    ],
  },
  'after-sales': {
    private: [
      'You received my return {n} days ago and I am still out of pocket, please refund me.',
      'I was promised a refund of {prix}, nothing on my statement.',
    ],
    public: [
      '{marque} keeps your money and ignores the returns. Avoid.',
      'Refund? What refund? Thanks for nothing {marque}',
    ],
  },
  safety: {
    private: [
      'We bit on a shard of glass inside {le}, this is dangerous.',
      'Half the family got sick after eating {le}.',
    ],
    public: ['Glass inside {nu} by {marque}, check your cupboards!!', 'Food poisoning courtesy of {marque}.'],
  },
  thanks: ['All sorted, thank you {agent}!', 'Got it, thanks, case closed.'],
  follow: ['Any update on my case please?', 'Still waiting for somebody to write back.'],
} as const;
