/** The few of the sixth hand who write English. */
export const ENGLISH = {
  delivery: {
    private: [
      'We are renting a cottage nearby and booked your evening slot. Nobody came, nobody rang, and supper was toast.',
      'The tracking page swears the crate was handed over on the doorstep. It was not. Where did it go?',
    ],
    public: [
      'Booked {marque}, waited four hours by the gate, dined on crackers.',
      '{marque} dropped the frozen stuff in full sun, brilliant idea.',
    ],
  },
  thanks: ['Lovely, the money is back and we are square. Cheers {agent}.'],
  follow: ['Any chance of a word from you? It has gone awfully quiet.'],
  protest: ['That is not an answer, sorry. The thing is still wrong.'],
  reply: ['so sorry to read this. Which pick-up point was it, please?'],
  solve: ['a full refund was issued this morning, with our apologies.'],
} as const;
