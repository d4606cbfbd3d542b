/** A few customers of the second hand write English. */
export const ENGLISH = {
  delivery: {
    private: [
      'Tracking says delivered but nothing was left at my door in {ville}.',
      'It has been {n} days and your carrier keeps rescheduling, can I just cancel?',
    ],
    public: [
      'Still no parcel from {marque}, {n} days late and counting',
      '{marque} marked my order delivered. It was not.',
    ],
  },
  'after-sales': {
    private: [
      'The item broke after {n} days and the shop refuses to exchange it.',
      'I sent it back last month, when will I see my {prix}?',
    ],
    public: ['{marque} took the return and kept the cash', 'Do not expect {marque} to honour a warranty'],
  },
  safety: {
    private: [
      'There was a sharp piece of plastic in {le}, my child nearly swallowed it.',
      'My wife ended up in hospital after eating {le}.',
    ],
    public: ['Metal fragment in {le} from {marque}. Be careful.', '{marque} made my kids sick.'],
  },
  thanks: ['Refund received, thanks a lot.', 'That works now, thank you {agent}.'],
  follow: ['Hello? Is anyone reading this?', 'Second message about the same thing.'],
} as const;
