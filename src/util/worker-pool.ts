import { Worker } from 'node:worker_threads';

/**
 * Runs batches on worker threads and gives the results back in the order they were put in. At most `2 × size` batches are
 * under way: `run` waits otherwise, so memory does not grow with the input.
 */
export interface WorkerPool<In, Out> {
  /** Puts a batch in; the promise is the result of that batch. Await `ready()` before the next one. */
  run(input: In): Promise<Out>;
  /** Resolves when there is room for one more batch. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

interface Pending<Out> {
  readonly resolve: (value: Out) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts `size` threads of a module that answers each message `{ id, input }` with `{ id, output }` or `{ id, error }`, and
 * says `'ready'` once.
 */
export async function openWorkerPool<In, Out>(
  module: URL,
  size: number,
  workerData: unknown,
): Promise<WorkerPool<In, Out>> {
  const pending = new Map<number, Pending<Out>>();
  const waiting: (() => void)[] = [];
  let nextId = 0;
  const fail = (error: Error): void => {
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
    for (const wake of waiting.splice(0)) wake();
  };
  const workers = await Promise.all(
    Array.from(
      { length: size },
      () =>
        new Promise<Worker>((resolve, reject) => {
          const worker = new Worker(module, { workerData });
          worker.once('error', reject);
          worker.once('message', () => {
            worker.off('error', reject);
            worker.on('error', fail);
            worker.on('message', ({ id, output, error }: { id: number; output: Out; error?: string }) => {
              const entry = pending.get(id);
              pending.delete(id);
              if (error === undefined) entry?.resolve(output);
              else entry?.reject(new Error(error));
              waiting.shift()?.();
            });
            resolve(worker);
          });
        }),
    ),
  );
  return {
    run(input) {
      const id = nextId++;
      return new Promise<Out>((resolve, reject) => {
        pending.set(id, { resolve, reject });
        workers[id % size]?.postMessage({ id, input });
      });
    },
    async ready() {
      while (pending.size >= size * 2) await new Promise<void>((wake) => waiting.push(wake));
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
