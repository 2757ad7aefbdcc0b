import type { SectorTable } from '../model/sector-table.ts';

/** The tables are published in million euros; ours hold whole euros, rounded because 2393.8 × 1e6 is not whole in binary. */
const wholeEuros = (millions: readonly number[]) =>
  millions.map((million) => Math.round(million * 1_000_000));

const OUTPUT = [
  11513, 11284, 20124, 78691, 12497, 28832, 31753, 9904, 2463, 2789, 6659, 1561, 7931, 19159, 42972,
  25484, 20088, 14152, 28309, 11043,
];
const VALUE_ADDED = [
  5486, 2644, 4579, 22685, 5853, 11081, 16855, 4596, 716, 504, 2151, 823, 3029, 9825, 26893, 14662,
  11145, 10252, 17657, 5551,
];

/** Row: who sells; column: who buys. */
const SALES = [
  // AGR
  [
    1660.5, 2393.8, 2611.8, 673.6, 426.2, 241.8, 38.4, 11.6, 3.3, 5.4, 4.9, 1.9, 87.8, 15, 19.9,
    27.6, 24.7, 16.1, 33.9, 14,
  ],
  // FOOD
  [
    569.5, 1952.6, 89.8, 191.5, 32.3, 82.5, 67.3, 8.9, 33.8, 14.2, 43.5, 1.8, 916.6, 99.8, 119.7,
    248.3, 99.5, 58.7, 142, 99.2,
  ],
  // WPAP
  [
    51.2, 208.8, 3153.5, 455.3, 283.5, 1884.2, 455.1, 23.1, 9.5, 11.4, 26.4, 4.4, 40, 507.2, 116.8,
    165, 81.7, 47.9, 122.2, 122,
  ],
  // MFG
  [
    772.1, 380.6, 1351, 12571.5, 972.2, 4436.2, 918.6, 1052.5, 165.4, 339.6, 252.3, 38.6, 202.5,
    803.1, 437.4, 867.4, 645.9, 129.8, 652, 255.5,
  ],
  // UTIL
  [
    212.6, 164.5, 985.2, 1449.2, 676.9, 232.9, 836.3, 92.8, 38.2, 40.7, 159.6, 8.9, 323.1, 212.6,
    2214.9, 481.4, 511.1, 224.6, 373.3, 412.5,
  ],
  // CONS
  [
    300.5, 49, 77.2, 259.9, 361.1, 3070.7, 256.5, 175.5, 0.3, 1.1, 299.2, 19.3, 30.3, 43.3, 2521.2,
    109.1, 663.7, 86.3, 70.6, 94.2,
  ],
  // TRAD
  [
    546.4, 275.9, 957.4, 2314.2, 317.9, 1688.6, 1289.2, 1428.9, 54, 47, 172.8, 11.9, 372.5, 640.7,
    374.4, 868.8, 338.6, 192.5, 665.4, 484.6,
  ],
  // LAND
  [
    112.2, 323.4, 1377.3, 1004.1, 26.2, 335, 636.9, 576.3, 4.2, 3.6, 314.3, 288.7, 35.8, 172.9,
    119.4, 251.8, 604.6, 211.5, 427.2, 309.1,
  ],
  // WATR
  [
    5.8, 3.2, 40.1, 267.2, 1.2, 7.4, 179.2, 5.9, 204, 3.5, 7.8, 8.5, 5, 6.5, 10.4, 9.5, 11.3, 12.2,
    27.3, 9.8,
  ],
  // AIR
  [
    28, 1.2, 1.3, 11.5, 4.1, 30.4, 148.5, 67.1, 7.1, 47.6, 98.7, 41.1, 166.6, 66.6, 68.2, 108.9,
    91.1, 62.1, 104.5, 95.3,
  ],
  // WHSE
  [
    85.6, 264.4, 1311.8, 918.6, 155.3, 8.1, 831.8, 61.5, 102.2, 319.8, 1751, 19.7, 6.8, 123.7, 8.1,
    11.3, 8.3, 2.7, 4.9, 4,
  ],
  // POST
  [
    19.4, 31.2, 52.5, 374.2, 38.4, 28.6, 165.7, 10.3, 16.5, 9.5, 2.8, 36.4, 16.3, 59.9, 81.2, 79.7,
    86.4, 35.5, 66.9, 78.9,
  ],
  // HORE
  [
    10.9, 4.3, 6.1, 35.7, 5.6, 38.2, 208.4, 64.5, 16.4, 75.4, 41, 1.2, 95.1, 79.8, 195.4, 135.4,
    239.4, 267.3, 595.5, 191.2,
  ],
  // INFO
  [
    46.5, 288.3, 200.3, 1328, 218, 120, 920.8, 76.8, 42.1, 61.4, 92.6, 44.1, 297.3, 2433.4, 733.1,
    757.4, 846.4, 299.1, 376.5, 512.5,
  ],
  // FIN
  [
    148.3, 164.9, 213.5, 1201.6, 307.9, 228.2, 2287.6, 147.1, 86.3, 177.3, 254.6, 44.5, 624.8,
    470.3, 3788.1, 778.6, 861.4, 419.9, 700.9, 543,
  ],
  // BUS
  [
    336.1, 371.9, 295.4, 2616.9, 489.2, 1873.7, 1890, 222.3, 191.1, 143.7, 304.7, 34.2, 558.1,
    1268.3, 1367.9, 2818.9, 1206, 311.6, 724.2, 506.4,
  ],
  // PUB
  [
    67.8, 97.4, 192.1, 978.1, 116.2, 213.2, 323.1, 89.3, 23.2, 35.1, 55, 4.5, 47.5, 228.1, 332.7,
    348.2, 154.7, 79.5, 366.6, 192.7,
  ],
  // EDU
  [
    3.9, 8.8, 3.2, 407.9, 27.3, 5, 34.9, 3.7, 2.7, 1, 6, 0.5, 7.7, 48.4, 27.5, 52.3, 128, 339.2,
    121.9, 120.7,
  ],
  // HLTH
  [
    0.8, 1.9, 1.6, 10.6, 3, 4.3, 52.9, 27.9, 5.3, 5.2, 10.7, 1.6, 9.8, 47, 32.5, 27.3, 108.4, 110.6,
    2102.9, 17.4,
  ],
  // OTH
  [
    18.5, 18.3, 23.4, 130.6, 24.6, 43.2, 146.4, 85.8, 15.4, 14.5, 14.2, 3.2, 142.5, 92.9, 129.3,
    155.2, 137, 152.8, 198.5, 150.3,
  ],
];

/**
 * Finland's input–output table of 2014, 20 industries, whole euros per year.
 * Source: Statistics Finland, CC BY 4.0; aggregated and turned into industry by industry by us.
 */
export const FINLAND_2014: SectorTable = {
  name: 'Finland 2014, 20 industries',
  source:
    'Statistics Finland, supply and use tables 2014 at basic prices (open data, CC BY 4.0); aggregated to 20 industries, industry by industry, fixed product sales structure (Eurostat model D), domestic flows only',
  year: 2014,
  codes: [
    'AGR',
    'FOOD',
    'WPAP',
    'MFG',
    'UTIL',
    'CONS',
    'TRAD',
    'LAND',
    'WATR',
    'AIR',
    'WHSE',
    'POST',
    'HORE',
    'INFO',
    'FIN',
    'BUS',
    'PUB',
    'EDU',
    'HLTH',
    'OTH',
  ],
  names: [
    'Agriculture, forestry, fishing, mining',
    'Food manufacturing',
    'Wood, paper, printing',
    'Other manufacturing',
    'Energy, water, waste',
    'Construction',
    'Wholesale and retail trade',
    'Land transport',
    'Water transport',
    'Air transport',
    'Warehousing, ports, airports, support',
    'Postal and courier',
    'Accommodation, food service, travel agencies',
    'Publishing, media, telecoms, IT',
    'Finance, insurance, real estate',
    'Business and support services',
    'Public administration',
    'Education',
    'Health and social work',
    'Culture, organisations, personal services',
  ],
  output: wholeEuros(OUTPUT),
  valueAdded: wholeEuros(VALUE_ADDED),
  sales: SALES.map(wholeEuros),
};
