/**
 * The one import of Zod. Its parsers are compiled with `new Function` unless told otherwise, which our
 * content security policy refuses and reports on every page; jitless must be set before the first schema.
 */
import * as z from 'zod';

z.config({ jitless: true });

export { z };
