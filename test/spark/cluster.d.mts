/** Python that the tests give Spark. */
export declare const python: string;

/** What Spark needs and is not here; `undefined`: all is here. */
export declare const missing: string | undefined;

export interface Cluster {
  readonly master: string;
  stop(): void;
}

export interface ClusterOptions {
  readonly workers?: number;
  /** Each worker on a core of its own. */
  readonly pinned?: boolean;
}

export declare function startCluster(folder: string, options?: ClusterOptions): Promise<Cluster>;
