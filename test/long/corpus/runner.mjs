// A process that builds what it is told to build: its models are loaded once.
import { pathToFileURL } from 'node:url';

const { buildCorpus } = await import(pathToFileURL(process.argv[2]).href);
process.on('message', ({ path, out }) => {
  buildCorpus(path, out, { key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', workers: 0 }).then(
    (corpus) => {
      corpus.close();
      process.send('done');
    },
    (error) => process.send(String(error)),
  );
});
