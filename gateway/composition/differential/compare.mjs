#!/usr/bin/env node
// Compares a composer's answers with what the npm composers said. See README.md.
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { readJsonLines } from "./jsonlines.mjs";
import { apiSdlOf, differences, normalForm } from "./supergraph.mjs";

const USAGE = `usage: node compare.mjs [options] RECORDED.jsonl OURS.jsonl

  --show KIND     verdict, codes, errors, api, meaning, hints or text: every difference of that kind in full
  --id ID         only this input, everything about it
  --limit 12      groups and ids of each kind that are printed
  --json FILE     figures and differences as JSON
  OURS.jsonl may be the word "hive": the other npm composer is compared`;

/** No verdict that could be compared: the composer hung, died or threw something that is no composition error. */
const NO_VERDICT = new Set(["TIMEOUT", "CRASH", "INTERNAL_ERROR"]);
const hasVerdict = ({ ok, errors }) => ok || !errors.some(({ code }) => NO_VERDICT.has(code));

const codesOf = (findings) => [...new Set(findings.map(({ code }) => code))].sort().join(" ");
const codes = ({ errors }) => codesOf(errors);
/** The codes with how often each one is given. */
const counted = ({ errors }) =>
  codes({ errors })
    .split(" ")
    .map((code) => `${errors.filter((error) => error.code === code).length} ${code}`)
    .join(" ");
const verdict = (answer) => (answer.ok ? "accepts" : `refuses: ${codes(answer)}`);

function apiOf(supergraphSdl) {
  try {
    return normalForm(apiSdlOf(supergraphSdl), { strict: true });
  } catch (error) {
    return new Map([["(no API schema)", [error.message]]]);
  }
}

function formOf(supergraphSdl, strict) {
  try {
    return normalForm(supergraphSdl, { strict });
  } catch (error) {
    return new Map([["(not GraphQL)", [error.message]]]);
  }
}

/** What a difference is about, for groups: the directives whose applications differ and the definitions that are amiss. */
function shape({ name, expected, actual }) {
  const parts = (lines) => lines.flatMap((line) => line.match(/@\w+(\([^@]*\))?/g) ?? []).map((text) => text.trim());
  const only = (some, others) => some.filter((text) => !others.includes(text));
  const named = (texts) =>
    texts.map((text) => {
      const argumentNames = [...text.matchAll(/[(,] ?(\w+):/g)].map(([, argument]) => argument);
      return `${text.match(/@\w+/)[0]}${argumentNames.length > 0 ? `(${argumentNames.sort().join(",")})` : ""}`;
    });
  const lost = named(only(parts(expected), parts(actual)));
  const added = named(only(parts(actual), parts(expected)));
  const signs = [...new Set([...lost.map((text) => `-${text}`), ...added.map((text) => `+${text}`)])].sort();
  if (signs.length > 0) return signs.join(" ");
  if (actual.length === 0) return `missing in ${/^@|^schema$/.test(name) ? name : "a type"}`;
  if (expected.length === 0) return `too much in ${/^@|^schema$/.test(name) ? name : "a type"}`;
  return `other text in ${/^@|^schema$/.test(name) ? name : "a type"}`;
}

/** All differences between a recording and an answer: { kind, group, details }. */
export function differencesOf({ apollo, hive }, ours) {
  const found = [];
  const crashed = !ours.ok && (ours.errors ?? []).some(({ code }) => NO_VERDICT.has(code) || code === undefined);
  if (crashed) found.push({ kind: "crash", group: codes(ours), details: ours.errors });
  if (!hasVerdict(apollo)) return found;
  if (apollo.ok !== ours.ok) {
    const group = `${verdict(apollo)} → ${verdict(ours)}`;
    found.push({ kind: "verdict", group, details: apollo.errors ?? ours.errors });
    if (hive.ok === apollo.ok && hasVerdict(hive)) found.push({ kind: "agreed", group, details: apollo.errors ?? ours.errors });
    return found;
  }
  if (!apollo.ok) {
    if (counted(apollo) !== counted(ours))
      found.push({
        kind: "errors",
        group: `${counted(apollo)} → ${counted(ours)}`,
        details: { expected: apollo.errors, actual: ours.errors },
      });
    if (codes(apollo) !== codes(ours))
      found.push({ kind: "codes", group: `${codes(apollo)} → ${codes(ours)}`, details: { expected: apollo.errors, actual: ours.errors } });
    return found;
  }
  if (ours.hints !== undefined && codesOf(apollo.hints) !== codesOf(ours.hints))
    found.push({
      kind: "hints",
      group: `${codesOf(apollo.hints)} → ${codesOf(ours.hints)}`,
      details: { expected: apollo.hints, actual: ours.hints },
    });
  if (apollo.supergraphSdl === ours.supergraphSdl) return found;
  found.push({ kind: "bytes", group: "bytes", details: [] });
  const compared = {
    api: () => differences(normalForm(apollo.apiSdl, { strict: true }), apiOf(ours.supergraphSdl)),
    meaning: () => differences(formOf(apollo.supergraphSdl, false), formOf(ours.supergraphSdl, false)),
    text: () => differences(formOf(apollo.supergraphSdl, true), formOf(ours.supergraphSdl, true)),
  };
  for (const [kind, compute] of Object.entries(compared)) {
    const details = compute();
    if (details.length > 0) found.push({ kind, group: [...new Set(details.map(shape))].sort().join(" | "), details });
  }
  return found;
}

export const KINDS = ["crash", "verdict", "agreed", "codes", "errors", "api", "meaning", "hints", "text", "bytes"];

/** Figures as { kind: { same, of, percent } } and the differences of each kind. */
export function compareAll(recordings, answers) {
  const answerById = new Map(answers.map((answer) => [answer.id, answer]));
  const silent = { ok: false, errors: [{ code: "CRASH", message: "no answer" }] };
  const found = Object.fromEntries(KINDS.map((kind) => [kind, []]));
  const of = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  for (const recording of recordings) {
    const ours = answerById.get(recording.id) ?? silent;
    const { apollo, hive } = recording;
    of.crash++;
    if (hasVerdict(apollo)) {
      of.verdict++;
      if (hasVerdict(hive) && hive.ok === apollo.ok) of.agreed++;
      if (!apollo.ok && !ours.ok) for (const kind of ["codes", "errors"]) of[kind]++;
      if (apollo.ok && ours.ok)
        for (const kind of ["api", "meaning", "text", "bytes", ...(ours.hints === undefined ? [] : ["hints"])]) of[kind]++;
    }
    for (const difference of differencesOf(recording, ours)) found[difference.kind].push({ id: recording.id, ...difference });
  }
  const figures = Object.fromEntries(
    KINDS.map((kind) => {
      const same = of[kind] - found[kind].length;
      return [kind, { same, of: of[kind], percent: of[kind] === 0 ? 100 : (100 * same) / of[kind] }];
    }),
  );
  return { figures, found };
}

const TITLES = {
  crash: "answered without a crash",
  verdict: "verdict as the reference",
  agreed: "verdict where both npm composers agree",
  codes: "codes, where both refuse",
  errors: "number of errors of each code",
  api: "API schema, where both accept",
  meaning: "meaning of the supergraph",
  hints: "codes of hints, where ours are given",
  text: "text of the supergraph, sorted",
  bytes: "text of the supergraph, byte by byte",
};

/** Groups of equal differences, the most frequent first: [group, ids]. */
export function grouped(differencesOfKind) {
  const groups = new Map();
  for (const { group, id } of differencesOfKind) groups.set(group, [...(groups.get(group) ?? []), id]);
  return [...groups].sort(([, some], [, others]) => others.length - some.length);
}

export const hiveAnswers = (recordings) => recordings.map(({ id, hive }) => ({ id, ...hive }));

function detailsText(details) {
  return JSON.stringify(details, null, 2);
}

export function printSummary({ figures, found }, limit) {
  for (const kind of KINDS) {
    const { same, of, percent } = figures[kind];
    console.log(`${TITLES[kind].padEnd(42)} ${`${same}/${of}`.padStart(11)}  ${percent.toFixed(2)} %`);
  }
  for (const kind of KINDS.filter((name) => found[name].length > 0 && name !== "bytes" && name !== "agreed")) {
    const groups = grouped(found[kind]);
    console.log(`\n## ${TITLES[kind]}: ${found[kind].length} differ, ${groups.length} groups`);
    for (const [group, ids] of groups.slice(0, limit))
      console.log(`${String(ids.length).padStart(5)}  ${group.slice(0, 300)}\n         ${ids.slice(0, 8).join(" ")}`);
  }
}

function printInput({ subgraphs }) {
  for (const { name, sdl } of subgraphs) console.log(`### subgraph ${name}\n${sdl}\n`);
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      show: { type: "string" },
      id: { type: "string" },
      limit: { type: "string", default: "12" },
      json: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help || positionals.length !== 2) {
    console.error(USAGE);
    process.exit(values.help ? 0 : 2);
  }
  const recordings = readJsonLines(positionals[0]).filter(({ id }) => values.id === undefined || id === values.id);
  const answers = positionals[1] === "hive" ? hiveAnswers(recordings) : readJsonLines(positionals[1]);
  const comparison = compareAll(recordings, answers);
  if (values.id !== undefined) {
    for (const recording of recordings) {
      printInput(recording);
      const { supergraphSdl, apiSdl, ...reference } = recording.apollo;
      console.log("reference:", detailsText(reference), supergraphSdl ?? "");
      const { supergraphSdl: ourSdl, ...ours } = answers.find(({ id }) => id === recording.id) ?? {};
      console.log("ours:", detailsText(ours), ourSdl ?? "");
    }
  }
  printSummary(comparison, Number(values.limit));
  const shown = values.id !== undefined ? KINDS.filter((kind) => kind !== "bytes") : [values.show ?? []].flat();
  for (const kind of shown)
    for (const { id, group, details } of comparison.found[kind]) {
      console.log(`\n--- ${kind} ${id}: ${group.slice(0, 300)}\n${detailsText(details)}`);
      if (values.id === undefined) printInput(recordings.find((recording) => recording.id === id));
    }
  if (values.json !== undefined) {
    const { writeFileSync } = await import("node:fs");
    writeFileSync(values.json, JSON.stringify(comparison));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
