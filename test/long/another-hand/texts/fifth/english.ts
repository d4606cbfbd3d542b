/** A little English. */
export const ENGLISH = {
  delivery: {
    private: [
      'Tracking says Roger signed for it. I do not know any Roger.',
      'Box came in three bits, two still missing.',
    ],
    public: ['{marque} gave my parcel to some Roger, cheers', 'Third week, one third of my {marque} order'],
  },
  thanks: ['All good now {agent}, bless you.'],
  follow: ['Knock knock, any news?'],
  protest: ['A form letter will not fix this.'],
  reply: ['Sorry about this. Could you read me the code underneath?'],
  solve: ['A new one leaves our depot tonight.'],
} as const;
