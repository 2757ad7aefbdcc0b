// Plain JavaScript on purpose: it must run on whatever Node is there to say that it is too old.
const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  console.error(
    [
      `Clincher's tools need Node 22 or newer; this is ${process.versions.node}.`,
      'The project brings Node 24 as a package, but its install script did not run.',
      'Run `npm ci` again without --ignore-scripts and without NODE_ENV=production,',
      'or install Node 22 or newer yourself.',
    ].join('\n'),
  );
  process.exit(1);
}
