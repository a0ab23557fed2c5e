// What was released last, and clients and consumers rely on: schema-check/released, changed only by `--release`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema } from "graphql";
import { readEvents } from "./event-contracts.js";

const HEADER = "# The released consumer schema. Only `./transcend check --release` changes this file.\n\n";

/**
 * @param {string} folder
 * @returns {{ consumerSchema: import("graphql").GraphQLSchema | null, events: import("./event-contracts.js").EventSchema[] }}
 *   no consumer schema before the first release
 */
export function readBaseline(folder) {
  const file = join(folder, "consumer.graphql");
  return {
    consumerSchema: existsSync(file) ? buildSchema(readFileSync(file, "utf8")) : null,
    events: readEvents(folder, [join(folder, "events")]).events,
  };
}

/** Makes this consumer schema and these events the released ones. */
export function writeBaseline(folder, consumer, events) {
  rmSync(join(folder, "events"), { recursive: true, force: true });
  mkdirSync(join(folder, "events"), { recursive: true });
  writeFileSync(join(folder, "consumer.graphql"), HEADER + consumer);
  for (const event of events) writeFileSync(join(folder, "events", event.name), event.text);
}
