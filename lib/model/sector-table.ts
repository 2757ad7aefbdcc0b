import { z } from './zod.ts';

/** More would slow every future down, and say little more about one struck sector. */
export const MAX_SECTORS = 120;
const amount = z.number().min(0).max(1e18);

/** An input–output table: who buys how much from whom. Money per year, whole units. */
export const SectorTable = z
  .strictObject({
    name: z.string().max(200),
    source: z.string().max(1000),
    year: z.int().min(1800).max(2200),
    codes: z.array(z.string().min(1).max(20)).min(1).max(MAX_SECTORS),
    names: z.array(z.string().max(200)),
    output: z.array(amount),
    valueAdded: z.array(amount),
    /** sales[i][j]: what sector i sells to sector j. */
    sales: z.array(z.array(amount)),
  })
  .superRefine((table, context) => {
    const n = table.codes.length;
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    if (new Set(table.codes).size !== n) refuse('two sectors share a code');
    if (
      [table.names, table.output, table.valueAdded, table.sales].some((list) => list.length !== n)
    ) {
      refuse(`every list needs ${n} entries, one for each code`);
    }
    if (table.sales.some((row) => row.length !== n))
      refuse(`every row of sales needs ${n} entries`);
    if (table.output.some((output) => !(output > 0)))
      refuse('every sector needs an output above 0');
  });
export type SectorTable = z.infer<typeof SectorTable>;
