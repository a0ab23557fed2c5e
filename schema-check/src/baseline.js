// What was released last, and clients and consumers rely on: schema-check/released, changed only by `--release`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema } from "graphql";
import { accessRules } from "./access-rules.js";
import { readEvents } from "./event-contracts.js";

const HEADER = "# The released consumer schema. Only `./transcend check --release` changes this file.\n\n";

/**
 * @param {string} folder
 * @returns {{ consumerSchema: import("graphql").GraphQLSchema | null, access: Record<string, string>, events: import("./event-contracts.js").EventSchema[] }}
 *   no consumer schema before the first release
 */
export function readBaseline(folder) {
  const schema = join(folder, "consumer.graphql");
  const access = join(folder, "access.json");
  return {
    consumerSchema: existsSync(schema) ? buildSchema(readFileSync(schema, "utf8")) : null,
    access: existsSync(access) ? JSON.parse(readFileSync(access, "utf8")) : {},
    events: readEvents(folder, [join(folder, "events")]).events,
  };
}

/** Makes what was composed, and these events, the released ones. */
export function writeBaseline(folder, { consumer, supergraph }, events) {
  rmSync(join(folder, "events"), { recursive: true, force: true });
  mkdirSync(join(folder, "events"), { recursive: true });
  writeFileSync(join(folder, "consumer.graphql"), HEADER + consumer);
  writeFileSync(join(folder, "access.json"), `${JSON.stringify(accessRules(supergraph), null, 2)}\n`);
  for (const event of events) writeFileSync(join(folder, "events", event.name), event.text);
}
