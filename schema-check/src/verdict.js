// Prints the result of a check: a line per section, then what to do.

const ORDER = ["ERROR", "BREAKING", "DANGEROUS", "SAFE"];

/**
 * @param {import("./check.js").Report} report
 * @param {{ color?: boolean, release?: boolean }} [options]
 * @returns {string}
 */
export function verdict(report, { color = false, release = false } = {}) {
  const paint = color ? (code, text) => `\u001b[${code}m${text}\u001b[0m` : (_, text) => text;
  const style = { ERROR: 31, BREAKING: 31, DANGEROUS: 33, SAFE: 32 };
  const lines = report.sections.flatMap((section) => {
    const mark = isBad(section) ? paint(31, "✘") : paint(32, "✔");
    return [`${mark} ${section.name.padEnd(18)} ${section.summary}`, ...section.findings.toSorted(byLevel).flatMap(finding)];
  });
  return [...lines, "", conclusion(report, release, paint), ""].join("\n");

  function finding({ level, where, message, hint, usedBy = [], operation }) {
    return [
      `    ${paint(style[level], level.padEnd(9))} ${where}: ${message}`,
      ...(operation ? [`              in ${operation}`] : []),
      ...usedBy.map((label) => `              used by ${label}`),
      ...(hint ? [`              → ${hint}`] : []),
    ];
  }
}

function conclusion(report, release, paint) {
  if (report.released) return paint(32, "RELEASED: schema-check/released is the new baseline. Review and commit it.");
  const findings = report.sections.flatMap((section) => section.findings);
  const wrong = findings.filter(({ level }) => level === "ERROR").length;
  const breaking = findings.filter(({ level }) => level === "BREAKING");
  const operations = [...new Set(findings.flatMap(({ level, operation, usedBy = [] }) => (level === "BREAKING" ? [operation, ...usedBy] : [])))].filter(Boolean);
  if (report.passed) return paint(32, "PASSED: nothing that clients or event consumers rely on breaks.");
  if (wrong > 0) return paint(31, `FAILED: ${count(wrong, "error")} to fix before anything can be released.`);
  const affected = operations.length > 0 ? ` Affected: ${operations.join("; ")}.` : " No recorded client operation is affected.";
  const advice = release
    ? "A release cannot break a recorded operation: migrate its clients and update client-operations/ first."
    : "Keep the old form beside the new one (@deprecated), or release it on purpose: ./transcend check --release";
  return paint(31, `FAILED: ${count(breaking.length, "breaking change")}.${affected}\n${advice}`);
}

const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
const isBad = (section) => section.findings.some(({ level }) => level === "ERROR" || level === "BREAKING");
const byLevel = (a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level);
