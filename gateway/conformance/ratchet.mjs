#!/usr/bin/env node
// Runs the conformance cases and compares them with the best committed run (ratchet.json): a case that passed must pass, with no
// more subgraph requests than then.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const RATCHET = join(HERE, "ratchet.json");
const USAGE = `usage: node ratchet.mjs [--update] [options of run.mjs] -- COMMAND [ARG...]

  --update   commits this run's passed cases and their requests as the least that later runs must reach`;

/** @typedef {Record<string, (number | null)[]>} Cases  per suite and case: the subgraph requests, null where it fails */

/** @returns {Cases} */
function casesOf(report) {
  return Object.fromEntries(report.suites.map(({ suite, cases }) => [suite, cases.map((entry) => (entry.passed ? entry.requests : null))]));
}

/** @returns {{ regressions: string[], gains: string[] }} */
export function compareCases(/** @type {Cases} */ committed, /** @type {Cases} */ current, names = {}) {
  const regressions = [];
  const gains = [];
  for (const [suite, requests] of Object.entries(current)) {
    requests.forEach((now, index) => {
      const before = committed[suite]?.[index] ?? null;
      const name = `${suite} ${index}${names[suite]?.[index] ? ` (${names[suite][index]})` : ""}`;
      if (before !== null && now === null) regressions.push(`${name}: passed before, fails now`);
      else if (before !== null && now > before) regressions.push(`${name}: ${now} subgraph requests, ${before} before`);
      else if (before === null && now !== null) gains.push(`${name}: passes now`);
      else if (before !== null && now < before) gains.push(`${name}: ${now} subgraph requests, ${before} before`);
    });
  }
  return { regressions, gains };
}

function totals(/** @type {Cases} */ cases) {
  const passed = Object.values(cases).flat().filter((requests) => requests !== null);
  return { passed: passed.length, requests: passed.reduce((sum, requests) => sum + requests, 0) };
}

function write(/** @type {Cases} */ cases) {
  const suites = Object.entries(cases).map(([suite, requests]) => `    ${JSON.stringify(suite)}: ${JSON.stringify(requests)}`);
  const { passed, requests } = totals(cases);
  writeFileSync(RATCHET, `{\n  "passed": ${passed},\n  "requests": ${requests},\n  "cases": {\n${suites.join(",\n")}\n  }\n}\n`);
}

function main(args) {
  if (!args.includes("--")) {
    console.error(USAGE);
    return 2;
  }
  const update = args[0] === "--update";
  const work = mkdtempSync(join(tmpdir(), "conformance-ratchet-"));
  try {
    const report = join(work, "report.json");
    const { status } = spawnSync(process.execPath, [join(HERE, "run.mjs"), "--report", report, ...args.slice(update ? 1 : 0)], { stdio: "inherit" });
    if (!existsSync(report)) return status || 2;
    return judge(JSON.parse(readFileSync(report, "utf8")), update);
  } finally {
    rmSync(work, { recursive: true });
  }
}

function judge(report, update) {
  const committed = JSON.parse(readFileSync(RATCHET, "utf8")).cases;
  const current = casesOf(report);
  const names = Object.fromEntries(report.suites.map(({ suite, cases }) => [suite, cases.map((entry) => entry.name)]));
  const { regressions, gains } = compareCases(committed, current, names);
  const [before, now] = [totals(committed), totals(current)];
  console.log(`ratchet: ${now.passed} cases pass with ${now.requests} subgraph requests; committed: ${before.passed} with ${before.requests}`);
  for (const line of regressions) console.log(`  WORSE  ${line}`);
  for (const line of gains) console.log(`  better ${line}`);
  if (update) {
    write({ ...committed, ...current });
    console.log("ratchet.json is up to date with this run");
    return 0;
  }
  if (gains.length > 0) console.log("keep the gain: run this again with --update and commit ratchet.json");
  return regressions.length > 0 ? 1 : 0;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) process.exitCode = main(process.argv.slice(2));
