#!/usr/bin/env node
// Records what the two npm composers say about each input. See README.md.
import { fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { readJsonLines, writeJsonLines } from "./jsonlines.mjs";

const USAGE = `usage: node record.mjs [options] IN.jsonl OUT.jsonl

  --timeout 20   seconds an input may take a composer; one that takes longer is recorded as TIMEOUT
  --workers N    processes that compose at the same time (as many as cores)
  --known FILE   a recording: inputs that stand in it unchanged are taken from it`;

const WORKER = fileURLToPath(new URL("composers.mjs", import.meta.url));

/** A process that composes one input at a time and is replaced when it exceeds the limit or dies. */
class Worker {
  constructor(timeoutMillis) {
    this.timeoutMillis = timeoutMillis;
  }

  /** Waits until the process has loaded the composers, which is not the input's fault. */
  async start() {
    this.child = fork(WORKER, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    await once(this.child, "message");
  }

  async compose(composer, subgraphs) {
    if (this.child === undefined) await this.start();
    const { child } = this;
    return new Promise((resolve) => {
      const settle = (result) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(result);
      };
      const failed = (code, message) => {
        this.close();
        settle({ ok: false, errors: [{ code, message }] });
      };
      const timer = setTimeout(() => failed("TIMEOUT", `no answer in ${this.timeoutMillis} ms`), this.timeoutMillis);
      child.once("message", settle);
      child.once("exit", (status, signal) => failed("CRASH", `the process ended with ${signal ?? status}`));
      child.send({ composer, subgraphs });
    });
  }

  close() {
    this.child?.removeAllListeners();
    this.child?.kill("SIGKILL");
    this.child = undefined;
  }
}

/** The inputs with what both composers say about them, in the order of the inputs. */
export async function record(inputs, { timeoutMillis = 20_000, workers = availableParallelism(), onProgress = () => {} } = {}) {
  const recorded = new Array(inputs.length);
  let next = 0;
  let done = 0;
  const drain = async () => {
    const worker = new Worker(timeoutMillis);
    while (next < inputs.length) {
      const index = next++;
      const input = inputs[index];
      const apollo = await worker.compose("apollo", input.subgraphs);
      const hive = await worker.compose("hive", input.subgraphs);
      recorded[index] = { ...input, apollo, hive };
      onProgress(++done);
    }
    worker.close();
  };
  await Promise.all(Array.from({ length: Math.min(workers, inputs.length) }, drain));
  return recorded;
}

/** Records only what `known` does not have with the same subgraphs. */
export async function recordNew(inputs, known, options) {
  const key = ({ subgraphs }) => JSON.stringify(subgraphs);
  const byKey = new Map(known.map((recording) => [key(recording), recording]));
  const fresh = await record(
    inputs.filter((input) => !byKey.has(key(input))),
    options,
  );
  for (const recording of fresh) byKey.set(key(recording), recording);
  return inputs.map((input) => {
    const { apollo, hive } = byKey.get(key(input));
    return { ...input, apollo, hive };
  });
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      timeout: { type: "string", default: "20" },
      workers: { type: "string", default: String(availableParallelism()) },
      known: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help || positionals.length !== 2) {
    console.error(USAGE);
    process.exit(values.help ? 0 : 2);
  }
  const inputs = readJsonLines(positionals[0]);
  const recorded = await recordNew(inputs, values.known === undefined ? [] : readJsonLines(values.known), {
    timeoutMillis: Number(values.timeout) * 1000,
    workers: Number(values.workers),
  });
  writeJsonLines(positionals[1], recorded);
  const accepted = (composer) => recorded.filter((recording) => recording[composer].ok).length;
  console.log(`${recorded.length} inputs; accepted by apollo: ${accepted("apollo")}, by hive: ${accepted("hive")}`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
