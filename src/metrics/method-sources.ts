const WILSON = 'Wilson 1927; widened for authors who write several times by the design effect of Kish 1965';
const KAPLAN_MEIER = 'Kaplan & Meier 1958; log-log interval of Kalbfleisch & Prentice 1980';

/** Where methods come from; metrics that only count rows are not here. */
export const SOURCES: Readonly<Record<string, string>> = {
  waitingCases: 'Horvitz & Thompson 1952; Zou & Donner 2008 (MOVER)',
  netSentimentScore: 'Newcombe 1998 (method 10); Zou & Donner 2008 (MOVER)',
  netSentimentByPeriod: 'Newcombe 1998 (method 10); Zou & Donner 2008 (MOVER)',
  meanRating: 'Wilson 1927, on the scale from 0 to 5',
  driverShares: WILSON,
  topicTrends: 'Donner & Zou 2012 (MOVER for a ratio); permutation of messages',
  topicProfiles: `${WILSON}; spill rates as spillRate`,
  engagement: 'Cochran 1977 (ratio estimator)',
  channelPaths: 'Wilson 1927',
  storePorosity: 'Wilson 1927',
  topicShares: 'Reinert 1983; Hennig 2007 (stability); Dunning 1993 (G²)',
  driverShift: 'Donner & Zou 2012 (MOVER for a ratio)',
  shareOfVoice: WILSON,
  productTruth: 'Open Food Facts (ODbL); Zou & Donner 2008 (MOVER)',
  scoreAppMentions: WILSON,
  correctedShares:
    'Rogan & Gladen 1978; DerSimonian & Laird 1986; Forman 2008; González-Castro et al. 2013; Rubin 1981; Neyman 1934 and Cochran 1977 (strata); Angelopoulos et al. 2023',
  benchmarks: 'Efron & Morris 1975; Griffiths 1973 (beta-binomial); Spiegelhalter 2005 (funnel plots)',
  sectorFigures: 'Hyndman & Fan 1996 (quantiles)',
  scoreDecomposition: 'Kitagawa 1955; Efron 1979 (bootstrap, by author)',
  driverEffort: 'Newcombe 1998; Kaplan & Meier 1958',
  unidentifiedComplaints:
    'Wilson 1927; Manski 1989 (bounds); spill rates as spillRate; Zou & Donner 2008 (MOVER)',
  valueAtStake: 'Monte Carlo over the intervals of quantities and the ranges of the costs given',
  firstReplyTime: KAPLAN_MEIER,
  nextReplyTime: KAPLAN_MEIER,
  resolutionTime: `${KAPLAN_MEIER}; Wilson 1927`,
  satisfactionProxies: 'Wilson 1927; Zou & Donner 2008 (MOVER)',
  answeredWithin: KAPLAN_MEIER,
  responseRate: 'Wilson 1927; Zou & Donner 2008 (MOVER)',
  harmShares: WILSON,
  reshareShare: 'Wilson 1927',
  contributionShares: WILSON,
  travellingTexts: 'Broder 1997 (MinHash)',
  funnelCounts: 'Clopper & Pearson 1934',
  funnelFlows: 'Clopper & Pearson 1934',
  spillRate:
    'Rubin 1987; Lott & Reiter 2020; Efron & Morris 1975 (drivers, channels); Clopper & Pearson 1934',
  timeToSpill: 'Aalen & Johansen 1978; log-log interval',
  answerEffect:
    'Cox 1972; Efron 1977; Andersen & Gill 1982; Boag 1949 and Taylor 1995 (mixture cure: who may be settled); Greenland & Mansournia 2015 (log F prior)',
  avoidableSpills:
    'Robins & Greenland 1992 (direct effect); law of the effect of a reply; Fay & Feuer 1997; bootstrap of Efron 1979, by case',
  multiStateFunnel: 'Aalen & Johansen 1978; Andersen & Keiding 2002',
  deversoirMatrix: 'Hawkes 1971; Schwarz 1978; Ogata 1988; Bacry & Muzy 2016',
  icebergRatio:
    'Efron 1979; Field & Welsh 2007 (bootstrap by author and text); Angelopoulos et al. 2023 (labels)',
  reservoir:
    'Fay & Feuer 1997; Tiwari, Clegg & Zou 2006; Allison 1982 (discrete-time logistic); Hoerl & Kennard 1970',
  reservoirOverTime:
    'Fay & Feuer 1997; Tiwari, Clegg & Zou 2006; Allison 1982 (discrete-time logistic); Hoerl & Kennard 1970',
  reservoirCheck: 'Brier 1950',
  crisisTimeline: 'Kleinberg 2002',
  crisisBursts: 'Kleinberg 2002',
  crisisSheets: 'Kleinberg 2002; Nelson 1963 (precedence); Coombs 2007 (SCCT)',
  crisisAround: 'Kleinberg 2002',
  alertRules: 'Page 1954 (CUSUM), against rules of thumb of listening tools',
  crisisAlerts: 'Page 1954 (CUSUM)',
};
