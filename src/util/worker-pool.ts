import { Worker } from 'node:worker_threads';
import { DeversoirError, type ErrorCode } from './errors.js';

/** Runs tasks on worker threads, one a thread at a time, in the order they are put in. */
export interface WorkerPool<In, Out, Note> {
  /** Puts a task in; the promise is its result. `onNote` hears what the thread says meanwhile; what it throws ends all tasks. */
  run(input: In, onNote?: (note: Note) => void): Promise<Out>;
  close(): Promise<void>;
}

interface Task<In, Out, Note> {
  readonly input: In;
  readonly onNote: ((note: Note) => void) | undefined;
  readonly resolve: (value: Out) => void;
  readonly reject: (error: Error) => void;
}

/** What a thread says: `'ready'` once, then notes and one result or error for each task. */
export type WorkerSaying<Out, Note> =
  | 'ready'
  | { readonly note: Note }
  | { readonly output: Out }
  | { readonly error: string; readonly code: ErrorCode };

/** An error as a thread says it: its class does not cross. */
export function errorSaying(error: unknown): { readonly error: string; readonly code: ErrorCode } {
  const told = error instanceof Error ? error.message : String(error);
  return { error: told, code: error instanceof DeversoirError ? error.code : 'internal' };
}

/** Room for new objects of a thread: in less, what a batch holds while it is understood is copied more often than it is needed. */
const YOUNG_MB = 48;

/** Starts `size` threads of a module that answers each message, a task, as {@link WorkerSaying} says. */
export async function openWorkerPool<In, Out, Note = never>(
  module: URL,
  size: number,
  workerData: unknown,
): Promise<WorkerPool<In, Out, Note>> {
  const waiting: Task<In, Out, Note>[] = [];
  const idle: Worker[] = [];
  const running = new Map<Worker, Task<In, Out, Note>>();
  let failure: Error | undefined;

  const next = (): void => {
    while (waiting.length > 0 && idle.length > 0) {
      const worker = idle.shift() as Worker;
      const task = waiting.shift() as Task<In, Out, Note>;
      running.set(worker, task);
      worker.postMessage(task.input, []);
    }
  };
  const fail = (error: Error): void => {
    failure = error;
    for (const { reject } of [...running.values(), ...waiting.splice(0)]) reject(error);
    running.clear();
  };
  const hear = (worker: Worker, said: Exclude<WorkerSaying<Out, Note>, 'ready'>): void => {
    const task = running.get(worker);
    if ('note' in said) {
      try {
        task?.onNote?.(said.note);
      } catch (error) {
        fail(error as Error);
      }
      return;
    }
    running.delete(worker);
    idle.push(worker);
    if ('error' in said) task?.reject(new DeversoirError(said.code, said.error));
    else task?.resolve(said.output);
    next();
  };

  const workers = await Promise.all(
    Array.from(
      { length: size },
      () =>
        new Promise<Worker>((resolve, reject) => {
          const worker = new Worker(module, {
            workerData,
            resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
          });
          worker.once('error', reject);
          worker.once('message', () => {
            worker.off('error', reject);
            worker.on('error', fail);
            worker.on('exit', (code) => {
              if (running.has(worker))
                fail(new Error(`a thread ended with code ${code} before its task did`));
            });
            worker.on('message', (said: Exclude<WorkerSaying<Out, Note>, 'ready'>) => hear(worker, said));
            resolve(worker);
          });
        }),
    ),
  );
  idle.push(...workers);
  return {
    run: (input, onNote) =>
      new Promise<Out>((resolve, reject) => {
        if (failure) reject(failure);
        else {
          waiting.push({ input, onNote, resolve, reject });
          next();
        }
      }),
    async close() {
      running.clear();
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
