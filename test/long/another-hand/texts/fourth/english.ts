/** A little English, of tourists and neighbours. */
export const ENGLISH = {
  delivery: {
    private: [
      'No parcel, no call, {n} days late. What is going on over there?',
      'Driver threw the box over our hedge, every jar is smashed.',
    ],
    public: [
      '{marque} parcel thrown over the hedge, glass everywhere',
      'Strike or no strike, tell people where their order is {marque}',
    ],
  },
  safety: {
    private: [
      'Glass in the {nu}! My toddler had it on her tongue.',
      'We were all throwing up after the {nu}, is there a recall on it?',
    ],
    public: ['Found glass in {marque} {nu}, check yours', 'Whole family at the ER after {marque} {nu}'],
  },
  thanks: ['Sorted, cheers {agent}.', 'Refund is in, thank you so much.'],
  follow: ['Hello? Still here.', 'Day {n} and not a peep from you.'],
  protest: ['No. That is not good enough.', 'You keep pasting the same reply.'],
  reply: ['Hi, so sorry to hear that. Which shop was it and what does the label say?'],
  solve: ['We have just sent {prix} back to your card, sorry again.'],
} as const;
