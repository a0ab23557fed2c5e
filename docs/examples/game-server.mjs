// A game server for Node 20 or later, without dependencies. It plays each match that it is assigned by itself, a point at a time, and
// shows it to those who enter with a ticket.
// GAME_SERVER_ID and GAME_SERVER_SECRET are what `./transcend game-server add NAME` prints.
import { openDoor, ticketChecker } from "./tickets.mjs";

const { GAME_SERVER_ID, GAME_SERVER_SECRET, PUBLIC_URL = "ws://localhost:9100", REGION = "local", POINT_MS = "200" } = process.env;
const { GATEWAY_URL = "http://localhost:8080", ISSUER = "http://localhost:8081/realms/transcendence" } = process.env;
const TRANSIENT = /^(UNAVAILABLE|TIMED_OUT|OVERLOADED|PLANNING_OVERLOADED|RATE_LIMITED|IDENTITY_PROVIDER_UNAVAILABLE|(DOWNSTREAM|SUBREQUEST)_.*)$/;
const CAPACITY = 20;
const playing = new Set(); // the ids of the matches that this process hosts
const watching = new Map(); // for each match, how to send to those who have entered
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

let token = { renewAt: 0 };
async function accessToken() {
  if (Date.now() < token.renewAt) return token.value;
  const body = new URLSearchParams({ grant_type: "client_credentials", client_id: GAME_SERVER_ID, client_secret: GAME_SERVER_SECRET });
  const response = await fetch(`${ISSUER}/protocol/openid-connect/token`, { method: "POST", body });
  if (!response.ok) throw new Error(`no token: ${response.status} ${await response.text()}`);
  const { access_token, expires_in } = await response.json();
  token = { value: access_token, renewAt: Date.now() + (expires_in - 30) * 1000 };
  return access_token;
}
async function post(query, variables = {}, accept = "application/json") {
  const headers = { "content-type": "application/json", accept, authorization: `Bearer ${await accessToken()}` };
  return fetch(`${GATEWAY_URL}/graphql`, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
}

// Sends a mutation until its outcome is known. Whatever is sent twice is done once.
async function mutate(variables, field, results = "") {
  for (let wait = 250; ; wait = Math.min(2 * wait, 5000)) {
    const query = `mutation ${variables[0]} { outcome: ${field} { ${results} errors { code message } } }`;
    const { data, errors } = await post(query, variables[1]).then((response) => response.json()).catch((failure) => ({ errors: [failure] }));
    if (!errors) return data.outcome;
    const code = errors[0].extensions?.code ?? "UNAVAILABLE"; // no response at all
    if (!TRANSIENT.test(code)) throw new Error(`${field}: ${code} ${errors[0].message}`);
    console.error(`${field} is repeated: ${errors[0].message}`);
    await pause(wait * (0.5 + Math.random()));
  }
}
const ofMatch = (id) => ["($id: ID!)", { id }];

async function register() {
  const input = { url: PUBLIC_URL, region: REGION, capacity: CAPACITY, version: "1.0.0" };
  const { errors } = await mutate(["($input: RegisterGameServerInput!)", { input }], "registerGameServer(input: $input)");
  if (errors.length) throw new Error(errors.map(({ message }) => message).join(" "));
}
async function beat() {
  const { notAssigned, errors } = await mutate(["($matches: [ID!]!)", { matches: [...playing] }], "heartbeat(matches: $matches)", "notAssigned");
  if (errors.length) await register(); // an operator removed this server
  notAssigned.forEach((id) => playing.delete(id));
}

async function play(id, points) {
  await mutate(ofMatch(id), "startMatch(matchId: $id)"); // rejected when it is repeated; the first report tells whether the match runs
  let errors = [];
  const score = { teamOne: 0, teamTwo: 0 };
  while (playing.has(id) && !errors.length && Math.max(score.teamOne, score.teamTwo) < points) {
    await pause(Number(POINT_MS));
    score[Math.random() < 0.5 ? "teamOne" : "teamTwo"]++;
    for (const send of watching.get(id) ?? []) send({ score });
    ({ errors } = await mutate(["($input: ReportScoreInput!)", { input: { matchId: id, score } }], "reportScore(input: $input)"));
  }
  if (!playing.has(id) || errors.length) return console.log(`match ${id} was taken away`, errors);
  const input = { idempotencyKey: id, matchId: id, winner: score.teamOne > score.teamTwo ? "ONE" : "TWO", score };
  await mutate(["($input: FinishMatchInput!)", { input }], "finishMatch(input: $input)");
  console.log(`match ${id} ended ${score.teamOne}:${score.teamTwo}`);
}
async function host({ id, status, mode }) {
  if (!["CREATED", "READY", "LIVE"].includes(status)) playing.delete(id);
  else if (status === "LIVE" && !playing.has(id)) await mutate(ofMatch(id), "abortMatch(input: { matchId: $id })"); // lost in a crash
  else if (!playing.has(id)) await play(playing.add(id) && id, mode === "ONE_VS_ONE" ? 11 : 21).finally(() => playing.delete(id));
}

// Server-sent events, each ended by an empty line. The stream ends with the token, or when a connection breaks.
async function follow() {
  const response = await post("subscription { assignedMatches { id status mode } }", {}, "text/event-stream");
  let text = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const events = (text + chunk).split("\n\n");
    text = events.pop();
    for (const event of events) {
      const match = JSON.parse(event.match(/^data: ?(\{.*)$/m)?.[1] ?? "{}").data?.assignedMatches;
      if (match) host(match).catch(console.error);
    }
  }
}
const repeat = async (step, ms) => { for (;;) await step().catch(console.error).then(() => pause(ms)); };

// Players and spectators. This game needs no input; a real one reads what players send, and ignores spectators.
const check = ticketChecker({ keysUrl: `${GATEWAY_URL}/.well-known/jwks.json`, audience: GAME_SERVER_ID });
openDoor(new URL(PUBLIC_URL).port, check, ({ mid, role, team, name }, send, socket) => {
  if (!playing.has(mid)) throw new Error("no match of this game server");
  const entered = watching.get(mid) ?? new Set();
  watching.set(mid, entered.add(send));
  socket.on("close", () => entered.delete(send) && entered.size === 0 && watching.delete(mid));
  send({ entered: mid, role, team, name });
});

await register();
console.log(`${GAME_SERVER_ID} is registered`);
repeat(beat, 5000);
repeat(follow, 1000);
process.once("SIGTERM", async () => {
  await mutate(["", {}], "drainGameServer");
  while (playing.size) await pause(200);
  process.exit();
});
