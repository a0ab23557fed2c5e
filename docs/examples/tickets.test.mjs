// What a game server must refuse. Run by `./transcend test`.
import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { ticketChecker } from "./tickets.mjs";

const SERVER = "game-server-eu-1";
const NOW = 1_800_000_000_000;
const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const strange = generateKeyPairSync("ec", { namedCurve: "P-256" });
const published = [{ ...pair.publicKey.export({ format: "jwk" }), kid: "first" }];
let requests = 0;
let keysUrl;
let time = NOW;

const keys = createServer((request, response) => {
  requests++;
  response.end(JSON.stringify({ keys: published }));
});
before(async () => {
  await new Promise((resolve) => keys.listen(0, "127.0.0.1", resolve));
  keysUrl = `http://127.0.0.1:${keys.address().port}/`;
});
after(() => keys.close());

const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
function ticket({ header = {}, claims = {}, key = pair.privateKey } = {}) {
  const signed = [
    encode({ alg: "ES256", typ: "ticket+jwt", kid: "first", ...header }),
    encode({ iss: "transcendence", aud: SERVER, sub: "ada", mid: "match", jti: String(Math.random()), exp: NOW / 1000 + 120, ...claims }),
  ].join(".");
  return `${signed}.${sign("sha256", Buffer.from(signed), { key, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
}
function checker() {
  time = NOW;
  return ticketChecker({ keysUrl, audience: SERVER, now: () => time });
}

test("a ticket passes once", async () => {
  const check = checker();
  const good = ticket({ claims: { role: "player", team: "ONE", seat: 0, name: "Ada" } });

  const claims = await check(good);

  assert.deepEqual([claims.sub, claims.mid, claims.role, claims.team, claims.seat, claims.name], ["ada", "match", "player", "ONE", 0, "Ada"]);
  await assert.rejects(check(good), /already used/);
  await assert.rejects(Promise.any([check(good), check(good)]), AggregateError);
});

test("one of several simultaneous uses passes", async () => {
  const check = checker();
  const good = ticket();

  const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => check(good)));

  assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
});

test("a ticket expires, and is not remembered for longer", async () => {
  const check = checker();
  const [used, late] = [ticket(), ticket()];
  await check(used);
  time += 120_000;

  await assert.rejects(check(used), /expired/);
  await assert.rejects(check(late), /expired/);
});

test("a ticket for another game server or of another issuer is refused", async () => {
  const check = checker();

  await assert.rejects(check(ticket({ claims: { aud: "game-server-us-1" } })), /another game server/);
  await assert.rejects(check(ticket({ claims: { iss: "somebody" } })), /another game server/);
});

test("a forged ticket is refused", async () => {
  const check = checker();
  const [header, , signature] = ticket().split(".");
  const other = ticket({ claims: { sub: "grace" } }).split(".");

  await assert.rejects(check(ticket({ key: strange.privateKey })), /forged/);
  await assert.rejects(check(`${header}.${other[1]}.${signature}`), /forged/);
  await assert.rejects(check(`${header}.${other[1]}.`), /forged/);
  await assert.rejects(check(ticket({ header: { kid: "unknown" } })), /forged/);
});

test("what is no ticket is refused", async () => {
  const check = checker();

  await assert.rejects(check(ticket({ header: { alg: "none" } })), /not a ticket/);
  await assert.rejects(check(ticket({ header: { alg: "HS256" } })), /not a ticket/);
  await assert.rejects(check(ticket({ header: { typ: "JWT" } })), /not a ticket/);
  for (const text of ["", "a.b", "a.b.c", "....", "{}"]) await assert.rejects(check(text));
});

test("a new key is fetched when it is first seen, and forged key ids do not flood the platform", async () => {
  const check = checker();
  await check(ticket());
  published.push({ ...strange.publicKey.export({ format: "jwk" }), kid: "second" });
  const next = () => ticket({ header: { kid: "second" }, key: strange.privateKey });
  await assert.rejects(check(next()), /forged/); // the keys were fetched a moment ago
  time += 11_000;
  await check(next());
  const before = requests;

  for (let attempt = 0; attempt < 20; attempt++) await assert.rejects(check(ticket({ header: { kid: `forged-${attempt}` } })), /forged/);

  assert.equal(requests, before);
});
