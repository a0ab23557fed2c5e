import assert from "node:assert/strict";
import { test } from "node:test";
import { jsonSchemaChanges } from "../src/json-schema-compatibility.js";

const object = (properties, required = [], more = {}) => ({ type: "object", properties, required, ...more });

/** [what changes, released, next, findings] */
const CASES = [
  ["nothing", object({ a: { type: "string" } }, ["a"]), object({ a: { type: "string" } }, ["a"]), []],
  ["a description", object({ a: { type: "string", description: "old" } }), object({ a: { type: "string", description: "new" } }), []],
  ["an optional field more", object({}), object({ a: { type: "string" } }), ["SAFE a: optional field was added"]],
  [
    "an optional field more where others are refused",
    object({}, [], { additionalProperties: false }),
    object({ a: { type: "string" } }, [], { additionalProperties: false }),
    ["BREAKING a: field was added, but the released schema allows no other fields"],
  ],
  ["a required field becomes optional", object({ a: {} }, ["a"]), object({ a: {} }), ["BREAKING a: field can now be absent, but consumers rely on it"]],
  ["an optional field becomes required", object({ a: {} }), object({ a: {} }, ["a"]), ["BREAKING a: field is required now: events already in the topic may lack it"]],
  ["a field becomes nullable", object({ a: { type: "string" } }), object({ a: { type: ["string", "null"] } }), ["BREAKING a: type changed from string to null | string"]],
  ["a list's items", object({ a: { type: "array", items: { type: "integer" } } }), object({ a: { type: "array", items: { type: "string" } } }), ["BREAKING a[]: type changed from integer to string"]],
  ["a value fewer", object({ a: { enum: ["X", "Y"] } }), object({ a: { enum: ["X"] } }), ['BREAKING a: value "Y" was removed: consumers would refuse events that contain it']],
  ["a value more", object({ a: { enum: ["X"] } }), object({ a: { enum: ["X", "Y"] } }), ['DANGEROUS a: value "Y" was added: consumers must be able to handle it']],
  ["values are listed now", object({ a: {} }), object({ a: { enum: ["X"] } }), ["BREAKING a: only listed values are allowed now"]],
  ["a bound is tighter", object({ a: { maximum: 9 } }), object({ a: { maximum: 8 } }), ["BREAKING a: maximum changed from 9 to 8"]],
  ["a bound is looser", object({ a: { minimum: 1 } }), object({ a: { minimum: 0 } }), ["DANGEROUS a: minimum changed from 1 to 0"]],
  ["another pattern", object({ a: { pattern: "^a" } }), object({ a: { pattern: "^b" } }), ['BREAKING a: pattern changed from "^a" to "^b"']],
  ["other fields are refused now", object({}), object({}, [], { additionalProperties: false }), ["BREAKING (event): additional properties are no longer allowed"]],
  [
    "a field behind a reference",
    object({ a: { $ref: "#/$defs/a" } }, [], { $defs: { a: object({ b: {} }) } }),
    object({ a: { $ref: "#/$defs/x" } }, [], { $defs: { x: object({}) } }),
    ["BREAKING a.b: field was removed"],
  ],
];

for (const [name, released, next, expected] of CASES) {
  test(name, () => {
    assert.deepEqual(jsonSchemaChanges(released, next).map(({ level, where, message }) => `${level} ${where}: ${message}`), expected);
  });
}

test("recursive schemas are compared without recursing forever", () => {
  const children = { left: { $ref: "#/$defs/node" }, middle: { $ref: "#/$defs/node" }, right: { $ref: "#/$defs/node" } };
  const tree = (properties) => ({ $ref: "#/$defs/node", $defs: { node: object({ ...children, ...properties }) } });
  assert.deepEqual(jsonSchemaChanges(tree({ label: {} }), tree({})), [{ level: "BREAKING", where: "label", message: "field was removed" }]);
});
