// The events' JSON Schemas: each must be valid, and compatible with the released one.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { filesUnder } from "./files.js";
import { jsonSchemaChanges } from "./json-schema-compatibility.js";

export const EVENT_SCHEMA = ".schema.json";
const FILE_NAME = /^[a-z]+(-[a-z]+)*\.v[1-9][0-9]*\.schema\.json$/;

/**
 * @typedef {{ file: string, name: string, text: string, schema: object }} EventSchema
 *   `name` is the file's name, such as "match-completed.v1.schema.json": unique among all producers
 */

/**
 * @param {string} root folder that paths are shown relative to
 * @param {string[]} folders
 * @returns {{ events: EventSchema[], problems: { where: string, message: string }[] }}
 */
export function readEvents(root, folders) {
  const events = [];
  const problems = [];
  for (const { path, shown } of folders.flatMap((folder) => filesUnder(root, folder, EVENT_SCHEMA))) {
    const name = basename(path);
    const problem = (message) => problems.push({ where: shown, message });
    if (!FILE_NAME.test(name)) problem("the file name must have the form <what-happened>.v<version>.schema.json");
    if (events.some((event) => event.name === name)) problem("another producer has an event of this name");
    try {
      const text = readFileSync(path, "utf8");
      const schema = JSON.parse(text);
      events.push({ file: shown, name, text, schema });
      validator().compile(schema);
    } catch (error) {
      problem(error.message);
    }
  }
  return { events, problems };
}

/**
 * @param {EventSchema[]} released
 * @param {EventSchema[]} events
 * @returns {{ level: "BREAKING" | "DANGEROUS" | "SAFE", where: string, message: string }[]}
 */
export function eventChanges(released, events) {
  const changes = released.flatMap((old) => {
    const next = events.find((event) => event.name === old.name);
    if (!next) return [{ level: "BREAKING", where: old.name, message: "event was removed, but consumers expect it" }];
    return jsonSchemaChanges(old.schema, next.schema).map(({ level, where, message }) => ({ level, where: `${next.file}: ${where}`, message }));
  });
  const added = events.filter((event) => !released.some((old) => old.name === event.name));
  return [...changes, ...added.map((event) => ({ level: "SAFE", where: event.file, message: "event was added" }))];
}

function validator() {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allowUnionTypes: true });
  addFormats(ajv);
  return ajv;
}
