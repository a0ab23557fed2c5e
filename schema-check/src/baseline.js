// The last release, on which clients and consumers rely: schema-check/released, changed only by `--release`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readEvents } from "./event-contracts.js";
import { readSupergraph } from "./supergraph.js";

/**
 * @param {string} folder
 * @returns {{ supergraph: import("./supergraph.js").Supergraph | null, events: import("./event-contracts.js").EventSchema[] }}
 *   no supergraph before the first release
 */
export function readBaseline(folder) {
  const supergraph = join(folder, "supergraph.graphql");
  return {
    supergraph: existsSync(supergraph) ? readSupergraph(readFileSync(supergraph, "utf8")) : null,
    events: readEvents(folder, [join(folder, "events")]).events,
  };
}

/** Replaces the released supergraph and events. */
export function writeBaseline(folder, supergraph, events) {
  rmSync(join(folder, "events"), { recursive: true, force: true });
  mkdirSync(join(folder, "events"), { recursive: true });
  writeFileSync(join(folder, "supergraph.graphql"), supergraph.sdl);
  for (const event of events) writeFileSync(join(folder, "events", event.name), event.text);
}
