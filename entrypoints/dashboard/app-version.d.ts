/** The version of package.json, put in when the extension is built. */
declare const __APP_VERSION__: string;
