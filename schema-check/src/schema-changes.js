// Compares two consumer schemas for changes that clients would notice.
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { usedCoordinates } from "./operations.js";

const LEVELS = {
  [CriticalityLevel.Breaking]: "BREAKING",
  [CriticalityLevel.Dangerous]: "DANGEROUS",
  [CriticalityLevel.NonBreaking]: "SAFE",
};

/**
 * @param {import("graphql").GraphQLSchema} released what clients rely on
 * @param {import("graphql").GraphQLSchema} next
 * @param {import("./operations.js").Operation[]} operations recorded client operations
 * @returns {Promise<{ level: string, where: string, message: string, usedBy: string[] }[]>} worst first, then by place;
 *   `usedBy` names the operations that select what a breaking or dangerous change touches
 */
export async function schemaChanges(released, next, operations) {
  const used = operations.map((operation) => [operation.label, usedCoordinates(operation.document, released)]);
  const changes = (await diff(released, next)).map(({ criticality, path = "schema", message }) => {
    const level = LEVELS[criticality.level];
    const usedBy = level === "SAFE" ? [] : used.filter(([, coordinates]) => coordinates.has(path)).map(([label]) => label);
    return { level, where: path, message, usedBy };
  });
  const rank = Object.values(LEVELS);
  return changes.sort(
    (a, b) => rank.indexOf(a.level) - rank.indexOf(b.level) || a.where.localeCompare(b.where, "en") || a.message.localeCompare(b.message, "en"),
  );
}
