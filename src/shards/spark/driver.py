"""Has shards of exports read on a Spark cluster: python driver.py JOB.json RESULTS.json

Each Python worker keeps one Node process, which reads shards and writes their rows as Parquet to the folder that the job names; this
driver gives out shards, one a task, and gathers what was read. Rows are counted twice, as the process tells them and as the Parquet
files hold them; what is wrong with a shard stands in a column, so that no task is lost in silence.
"""

import json
import os
import sys

SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.parquet.inferTimestampNTZ.enabled": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1",
    "spark.python.worker.reuse": "true",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


def reader_of(job, shards):
    """The function that Spark runs over batches of shard numbers. It holds all it needs: workers do not have this file."""

    def read(batches):
        import json
        import os
        import subprocess
        import sys
        import tempfile
        import uuid

        import pyarrow as pa
        import pyarrow.parquet as pq

        class Node:
            """One process that reads shards, one after the other."""

            def __init__(self):
                self.folder = os.path.join(job["options"]["folder"], uuid.uuid4().hex)
                os.makedirs(self.folder)
                self.said = tempfile.TemporaryFile()
                self.process = subprocess.Popen(
                    [job["node"], job["entry"]],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=self.said,
                    env={**os.environ, "TZ": "UTC"},
                )
                self.tell({**job["options"], "folder": self.folder})

            def tell(self, message):
                self.process.stdin.write(json.dumps(message).encode() + b"\n")
                self.process.stdin.flush()

            def ask(self, shard):
                try:
                    self.tell(shard)
                    answer = self.process.stdout.readline()
                except BrokenPipeError:
                    answer = b""
                if not answer.endswith(b"\n"):
                    code = self.process.wait()
                    self.said.seek(0, os.SEEK_END)
                    self.said.seek(max(0, self.said.tell() - 600))
                    raise EOFError(
                        "Node ended with code %s: %s"
                        % (code, self.said.read().decode(errors="replace").strip()[-500:])
                    )
                return json.loads(answer)

        # One process a Python worker: Spark runs many tasks in one worker, but hands each a fresh copy of this function.
        home = sys.modules["pyarrow"]
        kept = "_deversoir_" + job["id"]

        def ask(shard):
            for attempt in (1, 2):
                if getattr(home, kept, None) is None:
                    setattr(home, kept, Node())
                try:
                    return getattr(home, kept).ask(shard)
                except EOFError:
                    setattr(home, kept, None)
                    if attempt == 2:
                        raise

        def check(output):
            told = output["rows"]
            read = sum(file["read"] for file in output["files"])
            if read != told["messages"] + told["rejects"]:
                raise ValueError("%d rows read, %s written" % (read, told))
            for table, paths in output["pieces"].items():
                held = sum(pq.read_metadata(path).num_rows for path in paths)
                if held != told[table]:
                    raise ValueError("%d rows of %s told, %d in Parquet" % (told[table], table, held))

        for batch in batches:
            for at in batch.column(0).to_pylist():
                result = error = None
                try:
                    answer = ask(shards.value[at])
                    error = answer.get("error")
                    if error is None:
                        check(answer["output"])
                        result = json.dumps(answer["output"])
                except Exception as failure:
                    error = str(failure)
                yield pa.RecordBatch.from_pydict(
                    {
                        "shard": pa.array([at], pa.int64()),
                        "result": pa.array([result], pa.string()),
                        "error": pa.array([error], pa.string()),
                    }
                )

    return read


def files_of(shard):
    """What a shard reads, in words."""
    return ", ".join(
        file["name"]
        + (", bytes %d to %d" % (file["part"]["from"], file["part"]["to"]) if "part" in file else "")
        for place in shard["places"]
        for file in place["files"]
    )[:300]


def main(job_path, results_path):
    with open(job_path, encoding="utf-8") as file:
        job = json.load(file)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master(job["master"]).appName("deversoir")
    for name, value in {**SETTINGS, **job["settings"]}.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        count = len(job["shards"])
        shards = spark.sparkContext.broadcast(job["shards"])
        rows = (
            spark.range(0, count, 1, max(1, count))
            .mapInArrow(reader_of(job, shards), "shard long, result string, error string")
            .collect()
        )
    finally:
        spark.stop()
    found = {row["shard"]: row for row in rows}
    errors = ["%s: %s" % (files_of(job["shards"][row["shard"]]), row["error"]) for row in rows if row["error"]]
    if len(found) != count or len(rows) != count:
        errors.append("%d shards given out, %d came back" % (count, len(rows)))
    with open(results_path, "w", encoding="utf-8") as file:
        json.dump(
            {"errors": errors, "results": [json.loads(found[at]["result"]) for at in range(count)] if not errors else []},
            file,
        )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
