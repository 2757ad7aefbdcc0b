/** The words of bringing in another country's input–output table: what is asked, found and refused. */
const plural = (count: number, one: string, other: string) =>
  `${count} ${count === 1 ? one : other}`;

export const sectorTables = {
  bring: 'Bring in a table…',
  title: 'Bring in a table of sectors',
  what: 'An input–output table of another country or year, as CSV from OECD or Eurostat: who buys how much from whom. At most 8 MB: one country, one year.',
  choose: 'Choose a file…',
  orDrop: 'or drop it here. It is read on this machine and sent nowhere.',
  reading: 'Reading…',
  nothingYet: 'Nothing has been changed.',
  review: 'What is in the file',
  facts: {
    industries: (count: number) => plural(count, 'industry', 'industries'),
    square: 'a square: sellers in rows, buyers in columns',
    long: 'one line for each flow',
    radius: (radius: string) =>
      `It holds together: nothing sells or buys more than is made. Spectral radius of the technical coefficients ${radius}, below 1.`,
    isic: 'Names of the industries after ISIC Revision 4, for the file has codes only.',
  },
  flows: { domestic: 'domestic flows', withImports: 'flows with imports' },
  cautions: {
    missing: (count: number, where: string) =>
      `${plural(count, 'cell', 'cells')} between industries ${count === 1 ? 'has' : 'have'} no figure and ${count === 1 ? 'counts' : 'count'} as no sale${where ? `; the first is in ${where}` : ''}.`,
    idle: (names: string) => `Left out, for they make, buy and sell nothing: ${names}.`,
    unused: (names: string) => `Not needed by the model and left out: ${names}.`,
    imports: (flows: string) =>
      `The table (${flows}) counts imports among the sales. Take a table of domestic flows if there is one: a strike here does not stop what comes from abroad.`,
    currency: (theirs: string, ours: string) =>
      `Its amounts are in ${theirs}, your campaign counts in ${ours}. Say below what one is worth.`,
    noCurrency: (ours: string) =>
      `The file does not say in whose money it counts; OECD’s tables are in US dollars. Your campaign counts in ${ours}: say below what one is worth.`,
    noMagnitude:
      'The file does not say what its amounts count. Statistical offices mostly write millions: look it up.',
  },
  fields: {
    which: 'Table in the file',
    name: 'Name',
    year: 'Year',
    source: 'Source',
    magnitude: 'Its amounts count',
    magnitudes: {
      one: 'single units',
      thousand: 'thousands',
      million: 'millions',
      billion: 'billions',
    },
    worth: (ours: string) => `One of its money in ${ours}`,
    struck: 'Which industry is struck',
    chooseOne: 'Choose…',
    keep: 'Industries that stand apart',
    keepNote: (kept: number, joined: number) =>
      joined === 0
        ? `All ${kept} stand apart.`
        : `The ${kept} largest stand apart, with the struck one and those of the actions among them; ${joined} smaller ones become one, with the sums of their money.`,
    most: (most: number) => `The model takes at most ${most}.`,
    moves: 'Where the sympathy strikes are',
    movesNote:
      'The actions on this time line name sectors of the table before. Say which industry each is in; one that is nowhere has no effect. Other scenarios of this campaign use the same table: look at theirs, too.',
    move: (sector: string, count: number) => `${sector} (${plural(count, 'action', 'actions')})`,
    nowhere: 'nowhere in this table',
  },
  table: {
    title: 'Every industry',
    code: 'Code',
    name: 'Industry',
    output: 'Share of output',
    added: 'Value added in it',
  },
  assumed: (criticality: string, stocks: string, adjustment: string) =>
    `What no table says stays as it is in this campaign: criticality of inputs ${criticality}; stocks of inputs, ${stocks}; adjustment, ${adjustment}. They are assumptions, each with its range.`,
  wrong: {
    name: 'Give it a name.',
    year: 'Write a year between 1800 and 2200.',
    source: 'Say where it comes from, so that others can look it up.',
    worth: 'Write an amount above 0, such as 0.79.',
    struck: 'Choose the industry that is struck.',
    keep: (most: number) => `Write a whole number from 2 to ${most}.`,
    tooSmall: (name: string) =>
      `In whole money ${name} makes nothing. Choose what the amounts count anew.`,
  },
  accept: 'Use this table',
  step: (name: string) => `sectors: ${name}`,
  stepBack: 'sectors as before',
  broughtIn: (name: string) => `${name} is in force now.`,
  back: 'Put back what was',
  saidBack: 'The sectors are as they were.',
  othersCode: 'REST',
  others: 'All other industries',
  joinedNote: (kept: number, joined: number) =>
    `; ${kept} industries, and ${joined} smaller ones joined by us`,
  worthNote: (worth: string, ours: string) => `; amounts × ${worth} for ${ours}`,
  fileSource: (file: string) => `File ${file}`,
  defaultName: (place: string, year: string, file: string) =>
    place ? `${place}${year ? ` ${year}` : ''}` : file,
  parts: (parts: readonly string[]) => parts.join(' · '),
  otherDecimal: {
    title: 'How does this file write its numbers?',
    lead: (text: string, where: string) =>
      `In ${where} stands “${text}”, and nothing in the file tells what its mark means.`,
    decimal: 'It parts the whole from the fraction',
    thousands: 'It parts thousands',
  },
  refused: {
    title: 'This table cannot be used',
    place: (row: number, column: string) => `row ${row}, column ${column}`,
    tooLarge: (megabytes: number) =>
      `The file is larger than ${megabytes} MB. Take one country and one year from the publisher’s page, and try again.`,
    tooManyCells: 'The file has more than two million cells. Take one country and one year.',
    notText:
      'This is not a text in UTF-8. If it is a spreadsheet, save it as “CSV UTF-8” and try again.',
    empty: 'The file is empty.',
    quote: (where: string) =>
      `A quotation mark in ${where} is left open, or stands inside a cell. Put the whole cell into quotation marks, and double those inside it.`,
    ragged: (row: number, cells: number, expected: number) =>
      `Row ${row} has ${plural(cells, 'cell', 'cells')}, the first row has ${expected}. Each row needs as many as the first. Lines of title or notes above and below the table must go.`,
    unknownLayout:
      'This is neither a square of industries nor one line for each flow. The page on sector tables in the project’s docs shows both.',
    noHeading: (where: string) =>
      `The column in ${where} holds figures and has no heading. Write the industry that buys, or delete the column.`,
    noLabel: (row: number) =>
      `Row ${row} does not say which industry it is of. Write it, or delete the row.`,
    twice: (label: string, where: string, first: string) =>
      `“${label}” stands in ${first} and again in ${where}. Give each industry a name of its own, or delete one.`,
    flowTwice: (seller: string, buyer: string, row: number, first: number) =>
      `Rows ${first} and ${row} both say what ${seller} sells to ${buyer}. If they are of different things, such as prices of different years, keep only one of them in the file.`,
    onlyImports:
      'The file holds imports only. Take the table of domestic flows (DOM), or the one of all flows.',
    noIndustries:
      'Fewer than two industries stand both in a row, as sellers, and in a column, as buyers. Their names must be the same in both.',
    strayRow: (label: string, where: string) =>
      `“${label}” in ${where} sells, but no column has its name as a buyer. The table must be square: write the name in the same way in both, or delete the row.`,
    strayColumn: (label: string, where: string) =>
      `“${label}” in ${where} buys, but no row has its name as a seller. The table must be square: write the name in the same way in both, or delete the column.`,
    overlap: (first: string, second: string) =>
      `“${first}” and “${second}” hold the same trade, which would count twice. Delete the row and the column of one of them.`,
    missingOutput:
      'There is no row of output. It is called OUTPUT or OUT by OECD and P1 by Eurostat.',
    missingValueAdded:
      'There is no row of value added. It is called VALU or VA by OECD and B1G by Eurostat.',
    noOutputOf: (label: string, where: string) =>
      `The output of ${label}${where ? ` in ${where}` : ''} is missing. Write it, or join the industry with another.`,
    noValueAddedOf: (label: string, where: string) =>
      `The value added of ${label}${where ? ` in ${where}` : ''} is missing. Write it, or join the industry with another.`,
    notANumber: (text: string, where: string) =>
      `“${text}” in ${where} is no number. Formulas, units and notes must go; a cell without a figure may be empty.`,
    mixedNumbers: (text: string, where: string, otherText: string, otherWhere: string) =>
      `“${text}” in ${where} and “${otherText}” in ${otherWhere} are written after different habits: a comma and a point cannot both be the decimal mark. Write all numbers in one way.`,
    negative: (text: string, where: string) =>
      `“${text}” in ${where} is under 0. Nobody sells less than nothing: look it up, or join the industry with another.`,
    tooLargeAmount: (text: string, where: string) =>
      `“${text}” in ${where} is more money than there is. Look it up.`,
    tooMany: (count: number, limit: number) =>
      `There are ${count} industries; ${limit} are the most that can be read. Take a table with fewer.`,
    noOutput: (name: string) =>
      `${name} makes nothing (its output is 0) and yet sells, buys or adds value. Look it up, or join it with another.`,
    boughtTooMuch: (name: string, bought: string, added: string, output: string) =>
      `${name} buys for ${bought} from all industries and adds ${added}: more than its output of ${output}. Look these up; a subtotal among the industries counts twice and must go.`,
    soldTooMuch: (name: string, sold: string, output: string) =>
      `${name} sells for ${sold} to all industries, more than its output of ${output}. If imports are among the sales, take the table of domestic flows; a subtotal among the industries counts twice and must go.`,
    feedsItself:
      'Some industries need all that they make to make it: the spectral radius of the technical coefficients is not below 1. Look up the outputs, and what these industries buy from each other.',
    tooMuchMoney:
      'In whole money the amounts are more than the model takes. Choose what the amounts count anew.',
    nothingKept: 'Nothing has been changed.',
  },
  more: (names: string, count: number) => `${names} and ${count} more`,
  /** ISIC Revision 4, in our words. */
  divisions: {
    '01': 'Farming',
    '02': 'Forestry',
    '03': 'Fishing',
    '05': 'Coal mining',
    '06': 'Oil and gas',
    '07': 'Metal ores',
    '08': 'Quarrying',
    '09': 'Mining support',
    '10': 'Food',
    '11': 'Drinks',
    '12': 'Tobacco',
    '13': 'Textiles',
    '14': 'Clothing',
    '15': 'Leather and shoes',
    '16': 'Wood',
    '17': 'Paper',
    '18': 'Printing',
    '19': 'Refining',
    '20': 'Chemicals',
    '21': 'Medicines',
    '22': 'Rubber and plastics',
    '23': 'Glass, cement, ceramics',
    '24': 'Basic metals',
    '25': 'Metal products',
    '26': 'Electronics',
    '27': 'Electrical equipment',
    '28': 'Machinery',
    '29': 'Cars',
    '30': 'Ships, trains, aircraft',
    '31': 'Furniture',
    '32': 'Other manufacturing',
    '33': 'Repair of machinery',
    '35': 'Electricity and gas',
    '36': 'Water supply',
    '37': 'Sewerage',
    '38': 'Waste',
    '39': 'Clean-up',
    '41': 'Buildings',
    '42': 'Civil engineering',
    '43': 'Building trades',
    '45': 'Trade and repair of cars',
    '46': 'Wholesale trade',
    '47': 'Retail trade',
    '49': 'Land transport',
    '50': 'Shipping',
    '51': 'Air transport',
    '52': 'Warehouses, ports, airports',
    '53': 'Post and couriers',
    '55': 'Hotels',
    '56': 'Restaurants',
    '58': 'Publishing',
    '59': 'Film and music',
    '60': 'Broadcasting',
    '61': 'Telecoms',
    '62': 'Software',
    '63': 'Information services',
    '64': 'Banks',
    '65': 'Insurance and pensions',
    '66': 'Financial support',
    '68': 'Real estate',
    '69': 'Law and accounting',
    '70': 'Head offices, consulting',
    '71': 'Architecture and engineering',
    '72': 'Research',
    '73': 'Advertising',
    '74': 'Other professions',
    '75': 'Vets',
    '77': 'Rental and leasing',
    '78': 'Temporary work',
    '79': 'Travel agencies',
    '80': 'Security',
    '81': 'Cleaning and buildings',
    '82': 'Office services',
    '84': 'Public administration',
    '85': 'Education',
    '86': 'Health',
    '87': 'Residential care',
    '88': 'Social work',
    '90': 'Arts',
    '91': 'Libraries and museums',
    '92': 'Gambling',
    '93': 'Sport and recreation',
    '94': 'Organisations',
    '95': 'Repair of household goods',
    '96': 'Personal services',
    '97': 'Domestic staff',
    '98': 'Households’ own use',
    '99': 'International bodies',
  } as Readonly<Record<string, string>>,
};
