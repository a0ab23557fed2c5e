// Whether a JSON Schema is compatible, in both directions, because both happen with events:
//   a consumer written for the released schema reads events written now;
//   a consumer written now reads events that are still in the topic (compacted topics, replays, dead letters).
import { isDeepStrictEqual } from "node:util";

/** Keywords that describe and do not constrain. */
const ANNOTATIONS = new Set(["$id", "$schema", "$comment", "title", "description", "examples", "default", "deprecated", "readOnly", "writeOnly"]);
/** Keywords compared by their own rule below. */
const STRUCTURE = new Set(["$ref", "$defs", "definitions", "type", "properties", "required", "items", "enum", "const", "additionalProperties"]);
/** Bounds: does a greater number allow more (1) or less (-1)? */
const BOUNDS = {
  maximum: 1, exclusiveMaximum: 1, maxLength: 1, maxItems: 1, maxProperties: 1,
  minimum: -1, exclusiveMinimum: -1, minLength: -1, minItems: -1, minProperties: -1,
};

/**
 * @param {object} released
 * @param {object} next
 * @returns {{ level: "BREAKING" | "DANGEROUS" | "SAFE", where: string, message: string }[]} `where` is the path in the event's data,
 *   such as `players[].score`, or `(event)` for the whole
 */
export function jsonSchemaChanges(released, next) {
  const changes = [];
  const report = (level, where, message) => changes.push({ level, where: where || "(event)", message });
  compare({ old: released, next, where: "", oldRoot: released, nextRoot: next, trail: [] }, report);
  return changes;
}

/** `trail` holds the pairs of references being compared further up: a recursive schema is compared once around. */
function compare({ old: oldNode, next: nextNode, where, oldRoot, nextRoot, trail: above }, report) {
  const pair = `${oldNode.$ref} ${nextNode.$ref}`;
  const refers = oldNode.$ref !== undefined || nextNode.$ref !== undefined;
  if (refers && above.includes(pair)) return;
  const trail = refers ? [...above, pair] : above;
  const old = dereference(oldNode, oldRoot);
  const next = dereference(nextNode, nextRoot);
  if (typeof old !== "object" || typeof next !== "object") {
    if (!isDeepStrictEqual(old, next)) report("BREAKING", where, `schema changed from ${show(old)} to ${show(next)}`);
    return;
  }
  compareTypes(old, next, where, report);
  compareValues(old, next, where, report);
  compareConstraints(old, next, where, report);
  if (old.additionalProperties !== false && next.additionalProperties === false) {
    report("BREAKING", where, "additional properties are no longer allowed");
  }
  const descend = (oldChild, nextChild, path) =>
    compare({ old: oldChild, next: nextChild, where: path, oldRoot, nextRoot, trail }, report);
  compareProperties(old, next, where, report, descend);
  if (old.items !== undefined && next.items !== undefined) descend(old.items, next.items, `${where}[]`);
  else if (old.items !== next.items) report("BREAKING", `${where}[]`, "the schema of the items changed");
}

function compareTypes(old, next, where, report) {
  const before = types(old);
  const after = types(next);
  if (isDeepStrictEqual(before, after)) return;
  report("BREAKING", where, `type changed from ${before.join(" | ") || "any"} to ${after.join(" | ") || "any"}`);
}

function compareValues(old, next, where, report) {
  const before = values(old);
  const after = values(next);
  if (!before && !after) return;
  if (!before || !after) {
    report("BREAKING", where, before ? "the list of allowed values was removed" : "only listed values are allowed now");
    return;
  }
  for (const value of before.filter((candidate) => !after.includes(candidate))) {
    report("BREAKING", where, `value ${value} was removed: consumers would refuse events that contain it`);
  }
  for (const value of after.filter((candidate) => !before.includes(candidate))) {
    report("DANGEROUS", where, `value ${value} was added: consumers must be able to handle it`);
  }
}

function compareConstraints(old, next, where, report) {
  const keywords = new Set([...Object.keys(old), ...Object.keys(next)].filter((key) => !ANNOTATIONS.has(key) && !STRUCTURE.has(key)));
  for (const keyword of [...keywords].sort()) {
    const [before, after] = [old[keyword], next[keyword]];
    if (isDeepStrictEqual(before, after)) continue;
    const message = `${keyword} changed from ${show(before)} to ${show(after)}`;
    report(loosened(keyword, before, after) ? "DANGEROUS" : "BREAKING", where, message);
  }
}

function loosened(keyword, before, after) {
  if (after === undefined) return true;
  const direction = BOUNDS[keyword];
  return direction !== undefined && before !== undefined && (after - before) * direction > 0;
}

function compareProperties(old, next, where, report, descend) {
  const before = old.properties ?? {};
  const after = next.properties ?? {};
  const wasRequired = new Set(old.required ?? []);
  const isRequired = new Set(next.required ?? []);
  const path = (name) => (where ? `${where}.${name}` : name);
  for (const name of Object.keys(before)) {
    if (!(name in after)) {
      report("BREAKING", path(name), "field was removed");
      continue;
    }
    if (wasRequired.has(name) && !isRequired.has(name)) {
      report("BREAKING", path(name), "field can now be absent, but consumers rely on it");
    }
    if (!wasRequired.has(name) && isRequired.has(name)) {
      report("BREAKING", path(name), "field is required now: events already in the topic may lack it");
    }
    descend(before[name], after[name], path(name));
  }
  for (const name of Object.keys(after).filter((candidate) => !(candidate in before))) {
    if (isRequired.has(name)) report("BREAKING", path(name), "required field was added: events already in the topic lack it");
    else if (old.additionalProperties === false) report("BREAKING", path(name), "field was added, but the released schema allows no other fields");
    else report("SAFE", path(name), "optional field was added");
  }
}

function dereference(node, root) {
  let current = node;
  const followed = new Set();
  while (current?.$ref?.startsWith("#") && !followed.has(current.$ref)) {
    const { $ref, ...beside } = current;
    followed.add($ref);
    const target = $ref
      .slice(1)
      .split("/")
      .filter(Boolean)
      .reduce((value, key) => value?.[decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~")], root);
    current = { ...target, ...beside };
  }
  return current;
}

const types = (schema) => [schema.type ?? []].flat().sort();
const values = (schema) => ("const" in schema ? [schema.const] : schema.enum)?.map((value) => JSON.stringify(value));
const show = (value) => (value === undefined ? "none" : JSON.stringify(value));
