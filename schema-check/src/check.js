// The schema check: composition, conventions, what clients and event consumers would notice.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { accessChanges, accessRules } from "./access-rules.js";
import { readBaseline, writeBaseline } from "./baseline.js";
import { compose } from "./composition.js";
import { conventionProblems } from "./conventions.js";
import { eventChanges, readEvents } from "./event-contracts.js";
import { operationProblems, readOperations } from "./operations.js";
import { schemaChanges } from "./schema-changes.js";
import { readSupergraphConfig } from "./supergraph-config.js";

/**
 * @typedef {{ level: "ERROR" | "BREAKING" | "DANGEROUS" | "SAFE", where: string, message: string, hint?: string, usedBy?: string[],
 *   operation?: string }} Finding  ERROR: wrong in itself. BREAKING: right, and somebody else stops working.
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
 * @param {{ release?: boolean }} [options] release: accept breaking changes and make them the new baseline, unless something is wrong
 *   in itself or a recorded operation would break
 * @returns {Promise<Report>}
 */
export async function check(configFile, { release = false } = {}) {
  const paths = layout(configFile);
  const { subgraphs } = readSupergraphConfig(configFile);
  const composed = compose(subgraphs);
  const baseline = readBaseline(paths.baseline);
  const recorded = readOperations(paths.root, paths.operations);
  const events = readEvents(paths.root, eventFolders(paths.root, subgraphs));

  const sections = [
    compositionSection(subgraphs, composed, paths),
    { name: "conventions", summary: "names and descriptions", findings: conventionProblems(subgraphs).map(error) },
  ];
  if (composed.consumerSchema) {
    sections.push(await schemaSection(baseline, composed, recorded), accessSection(baseline, composed), operationSection(recorded, composed));
  }
  sections.push(eventSection(baseline, events));

  const refused = sections.some(({ name, findings }) =>
    findings.some(({ level }) => level === "ERROR" || (level === "BREAKING" && (!release || name === "client operations"))),
  );
  if (release && !refused) writeBaseline(paths.baseline, composed, events.events);
  return { passed: !refused, released: release && !refused, sections };
}

function compositionSection(subgraphs, composed, paths) {
  const findings = composed.errors.map(({ code, message, hint }) => ({ level: "ERROR", where: code, message, hint }));
  if (composed.supergraph && composed.supergraph !== committed(paths.supergraph)) {
    findings.push({ level: "ERROR", where: "supergraph.graphql", message: "is stale", hint: "run ./transcend compose and commit the result" });
  }
  return { name: "composition", summary: `${subgraphs.length} subgraphs: ${subgraphs.map(({ name }) => name).join(", ")}`, findings };
}

async function schemaSection(baseline, composed, recorded) {
  const name = "consumer schema";
  if (!baseline.consumerSchema) return { name, summary: "nothing released yet", findings: [] };
  const findings = await schemaChanges(baseline.consumerSchema, composed.consumerSchema, recorded.operations);
  return { name, summary: counted(findings), findings };
}

function accessSection(baseline, composed) {
  const rules = accessRules(composed.supergraph);
  const schema = baseline.consumerSchema;
  const wasReleased = (coordinate) => {
    const [type, field] = coordinate.split(".");
    return Boolean(field ? schema?.getType(type)?.getFields?.()[field] : schema?.getType(type));
  };
  const findings = accessChanges(baseline.access, rules, wasReleased);
  return { name: "access rules", summary: `${Object.keys(rules).length} types and fields are not for everybody`, findings };
}

function operationSection(recorded, composed) {
  const findings = [...recorded.problems.map(error), ...operationProblems(recorded.operations, composed.consumerSchema)];
  const broken = new Set(findings.filter(({ level }) => level === "BREAKING").map(({ operation }) => operation));
  const total = recorded.operations.length;
  return { name: "client operations", summary: `${total - broken.size} of ${total} recorded documents are valid`, findings };
}

function eventSection(baseline, events) {
  const changes = eventChanges(baseline.events, events.events);
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
