// The schema check: composition, conventions, and what clients and event consumers would notice.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { accessChanges } from "./access-rules.js";
import { readBaseline, writeBaseline } from "./baseline.js";
import { compose } from "./composition.js";
import { conventionProblems } from "./conventions.js";
import { keyChanges } from "./entity-keys.js";
import { eventChanges, readEvents } from "./event-contracts.js";
import { nullabilityProblems } from "./nullability.js";
import { operationProblems, readOperations } from "./operations.js";
import { schemaChanges } from "./schema-changes.js";
import { readSupergraphConfig } from "./supergraph-config.js";

/**
 * @typedef {{ level: "ERROR" | "BREAKING" | "DANGEROUS" | "SAFE", where: string, message: string, hint?: string, usedBy?: string[],
 *   operation?: string }} Finding  ERROR: invalid by itself. BREAKING: valid, but breaks others.
 * @typedef {{ name: string, summary: string, findings: Finding[] }} Section
 * @typedef {{ passed: boolean, released: boolean, sections: Section[] }} Report
 */

/** Where the check finds its parts, all beside supergraph.yaml. */
export function layout(configFile) {
  const root = dirname(resolve(configFile));
  return {
    configFile,
    root,
    supergraph: join(root, "supergraph.graphql"),
    operations: join(root, "client-operations"),
    baseline: join(root, "schema-check", "released"),
  };
}

/**
 * @param {string} configFile path of supergraph.yaml
 * @param {{ release?: boolean }} [options] release: accept breaking changes and make them the new baseline, unless something is
 *   invalid or a recorded operation would break
 * @returns {Promise<Report>}
 */
export async function check(configFile, { release = false } = {}) {
  const paths = layout(configFile);
  const { subgraphs } = readSupergraphConfig(configFile);
  const { supergraph, errors } = compose(subgraphs);
  const released = readBaseline(paths.baseline);
  const events = readEvents(paths.root, eventFolders(paths.root, subgraphs));

  const sections = [
    compositionSection(subgraphs, supergraph, errors, paths),
    { name: "conventions", summary: "names and descriptions", findings: conventionProblems(subgraphs).map(error) },
    ...(supergraph ? [nullPromiseSection(subgraphs)] : []),
    ...(supergraph ? await supergraphSections(released.supergraph, supergraph, readOperations(paths.root, paths.operations)) : []),
    eventSection(released.events, events),
  ];
  const refused = sections.some(({ name, findings }) =>
    findings.some(({ level }) => level === "ERROR" || (level === "BREAKING" && (!release || name === "client operations"))),
  );
  if (release && !refused) writeBaseline(paths.baseline, supergraph, events.events);
  return { passed: !refused, released: release && !refused, sections };
}

function compositionSection(subgraphs, supergraph, errors, paths) {
  const findings = errors.map(({ code, message, hint }) => ({ level: "ERROR", where: code, message, hint }));
  if (supergraph && supergraph.sdl !== committed(paths.supergraph)) {
    findings.push({ level: "ERROR", where: "supergraph.graphql", message: "is stale", hint: "run ./transcend compose and commit the result" });
  }
  return { name: "composition", summary: `${subgraphs.length} subgraphs: ${subgraphs.map(({ name }) => name).join(", ")}`, findings };
}

async function supergraphSections(released, next, recorded) {
  const operations = operationSection(recorded, next);
  if (!released) return [{ name: "consumer schema", summary: "nothing released yet", findings: [] }, operations];
  const changes = await schemaChanges(released.consumerSchema, next.consumerSchema, recorded.operations);
  return [
    { name: "consumer schema", summary: counted(changes), findings: changes },
    {
      name: "access rules",
      summary: `${Object.keys(next.access).length} types and fields are protected`,
      findings: accessChanges(released.access, next.access, released.consumerSchema),
    },
    { name: "entity keys", summary: `${Object.keys(next.keys).length} entity keys`, findings: keyChanges(released.keys, next.keys) },
    operations,
  ];
}

function nullPromiseSection(subgraphs) {
  return { name: "nullability", summary: "fields added to other subgraphs' entities are nullable", findings: nullabilityProblems(subgraphs).map(error) };
}

function operationSection(recorded, supergraph) {
  const findings = [...recorded.problems.map(error), ...operationProblems(recorded.operations, supergraph.consumerSchema)];
  const broken = new Set(findings.filter(({ level }) => level === "BREAKING").map(({ operation }) => operation));
  const total = recorded.operations.length;
  return { name: "client operations", summary: `${total - broken.size} of ${total} recorded documents are valid`, findings };
}

function eventSection(released, events) {
  const changes = eventChanges(released, events.events);
  return { name: "events", summary: `${events.events.length} contracts, ${counted(changes)}`, findings: [...events.problems.map(error), ...changes] };
}

/** A subgraph's events stand beside its schema folder: src/main/resources/{schema,events}. */
function eventFolders(root, subgraphs) {
  return [...new Set(subgraphs.map(({ file }) => join(root, dirname(dirname(file)), "events")))];
}

const committed = (file) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
const error = (problem) => ({ level: "ERROR", ...problem });
const counted = (findings) =>
  ["BREAKING", "DANGEROUS", "SAFE"].map((level) => `${findings.filter((finding) => finding.level === level).length} ${level.toLowerCase()}`).join(", ");
