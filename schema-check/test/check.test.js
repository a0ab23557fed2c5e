import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { verdict } from "../src/verdict.js";
import { Platform } from "./platform.js";

const MAIN = fileURLToPath(new URL("../src/main.js", import.meta.url));
const USERS = "users/schema/users.graphqls";

test("the verdict names what breaks, who is affected, and what to do", async (t) => {
  const platform = await Platform.released(t);
  platform.change(USERS, '  "Plays a match."\n  IN_GAME\n', "");
  platform.change("matches/events/match-completed.v1.schema.json", '"maximum": 3600', '"maximum": 7200');
  const { report } = await platform.findings();
  assert.equal(
    verdict(report),
    `✔ composition        2 subgraphs: matches, users
✔ conventions        names and descriptions
✔ nullability        fields added to other subgraphs' entities are nullable
✘ consumer schema    1 breaking, 0 dangerous, 0 safe
    BREAKING  Presence.IN_GAME: Enum value 'IN_GAME' was removed from enum 'Presence'
              used by PlayerPage (client-operations/player-page.graphql)
✔ access rules       1 types and fields are protected
✔ entity keys        2 entity keys
✔ client operations  2 of 2 recorded documents are valid
✔ events             1 contracts, 0 breaking, 1 dangerous, 0 safe
    DANGEROUS matches/events/match-completed.v1.schema.json: durationSeconds: maximum changed from 3600 to 7200

FAILED: 1 breaking change. Affected: PlayerPage (client-operations/player-page.graphql).
Keep the old form beside the new one (@deprecated), or release it on purpose: ./transcend check --release
`,
  );
});

test("--release makes a breaking change the new baseline", async (t) => {
  const platform = await Platform.released(t);
  platform.change(USERS, '  "Is the player there?"\n  presence: Presence!\n', "");
  platform.compose();
  assert.equal((await platform.check()).passed, false);
  assert.equal((await platform.check({ release: true })).released, true);
  const after = await platform.check();
  assert.equal(after.passed, true);
  assert.deepEqual(after.sections.flatMap((section) => section.findings), []);
});

test("--release refuses to break a recorded operation", async (t) => {
  const platform = await Platform.released(t);
  const baseline = join(platform.folder, "schema-check/released/supergraph.graphql");
  const before = readFileSync(baseline, "utf8");
  platform.change(USERS, '  "A few words."\n  bio: String\n', "");
  platform.compose();
  const report = await platform.check({ release: true });
  assert.equal(report.released, false);
  assert.match(verdict(report, { release: true }), /A release cannot break a recorded operation/);
  assert.equal(readFileSync(baseline, "utf8"), before);
});

test("an outdated supergraph.graphql is stale", async (t) => {
  const platform = await Platform.released(t);
  platform.change(USERS, '"A few words."', '"Some words."');
  const report = await platform.check();
  assert.equal(report.passed, false);
  assert.match(verdict(report), /ERROR +supergraph\.graphql: is stale\n +→ run \.\/transcend compose/);
});

test("an invalid recorded operation fails the check", async (t) => {
  const platform = await Platform.released(t);
  platform.write("client-operations/broken.graphql", "query { viewer { id }");
  platform.write("client-operations/nameless.graphql", "{ viewer { id } }");
  platform.write("client-operations/wrong.graphql", "query Wrong { nobody }");
  const { bad } = await platform.findings();
  assert.deepEqual(bad, [
    "ERROR client-operations/broken.graphql:1:22: Syntax Error: Expected Name, found <EOF>.",
    "ERROR client-operations/nameless.graphql: every recorded operation needs a name, and every file an operation",
    'BREAKING client-operations/wrong.graphql:1:15: Cannot query field "nobody" on type "Query".',
  ]);
});

test("a use of a deprecated element is reported and passes", async (t) => {
  const platform = await Platform.released(t);
  platform.change(USERS, "  bio: String\n", '  bio: String @deprecated(reason: "Use about.")\n');
  const { report, bad } = await platform.findings();
  assert.equal(report.passed, true);
  assert.deepEqual(bad, ["DANGEROUS client-operations/player-page.graphql:5:5: The field User.bio is deprecated. Use about."]);
});

test("the command line returns the verdict as exit status and as JSON", async (t) => {
  const platform = await Platform.released(t);
  const run = (...args) => spawnSync(process.execPath, [MAIN, ...args, "--config", platform.config], { encoding: "utf8" });
  assert.equal(run("check").status, 0);
  platform.change(USERS, '  "A few words."\n  bio: String\n', "");
  assert.equal(run("compose").status, 0);
  const failed = run("check", "--json");
  assert.equal(failed.status, 1);
  const report = JSON.parse(failed.stdout);
  assert.equal(report.passed, false);
  const [change] = report.sections.find(({ name }) => name === "consumer schema").findings;
  assert.deepEqual(change, {
    level: "BREAKING",
    where: "User.bio",
    message: "Field 'bio' was removed from object type 'User'",
    usedBy: ["PlayerPage (client-operations/player-page.graphql)"],
  });
});

test("a failed composition does not change the committed supergraph", async (t) => {
  const platform = await Platform.released(t);
  const file = join(platform.folder, "supergraph.graphql");
  const before = readFileSync(file, "utf8");
  platform.change("matches/schema/matches.graphqls", "type Avatar @shareable {", "type Avatar {");
  const { status, stderr } = spawnSync(process.execPath, [MAIN, "compose", "--config", platform.config], { encoding: "utf8" });
  assert.equal(status, 1);
  assert.match(stderr, /^INVALID_FIELD_SHARING: [^\n]*Avatar\.url[^\n]*\n {2}→ /);
  assert.equal(readFileSync(file, "utf8"), before);
});

for (const args of [[], ["chekc"], ["check", "--relase"], ["compose", "--config", "nowhere/supergraph.yaml"]]) {
  test(`"${args.join(" ")}" cannot run: status 2 and no stack trace`, () => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: "utf8" });
    assert.equal(status, 2);
    assert.doesNotMatch(stderr, /^\s+at /m);
  });
}

test("--help prints the usage", () => {
  assert.match(execFileSync(process.execPath, [MAIN, "--help"], { encoding: "utf8" }), /^usage: .*compose/);
});
