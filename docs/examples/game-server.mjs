// A game server for Node 20 or later, without dependencies. It plays each match that it is assigned by itself, a point at a time, and
// shows it to those who enter with a ticket.
import { connect, pause } from "./platform.mjs";
import { openDoor, ticketChecker } from "./tickets.mjs";

const { GAME_SERVER_ID: id, GAME_SERVER_SECRET: secret, PUBLIC_URL = "ws://localhost:9100", REGION = "local", POINT_MS = "200" } = process.env;
const { GATEWAY_URL: gatewayUrl = "http://localhost:8080", ISSUER: issuer = "http://localhost:8081/realms/transcendence" } = process.env;
const platform = connect({ gatewayUrl, issuer, id, secret });
const playing = new Set(); // the ids of the matches that this process hosts
const watching = new Map(); // for each match, how to send to those who have entered

async function register() {
  const input = { url: PUBLIC_URL, region: REGION, capacity: 20, version: "1.0.0" };
  const { errors } = await platform.mutate("registerGameServer(input: $input)", "($input: RegisterGameServerInput!)", { input });
  if (errors.length) throw new Error(errors.map(({ message }) => message).join(" "));
}
async function beat() {
  const { notAssigned, errors } = await platform.mutate("heartbeat(matches: $matches)", "($matches: [ID!]!)", { matches: [...playing] }, "notAssigned");
  if (errors.length) await register(); // an operator removed this server
  notAssigned.forEach((match) => playing.delete(match));
}

async function play(matchId, points) {
  await platform.mutate("startMatch(matchId: $id)", "($id: ID!)", { id: matchId }); // rejected if repeated: the first report tells whether it runs
  let errors = [];
  const score = { teamOne: 0, teamTwo: 0 };
  while (playing.has(matchId) && !errors.length && Math.max(score.teamOne, score.teamTwo) < points) {
    await pause(Number(POINT_MS));
    score[Math.random() < 0.5 ? "teamOne" : "teamTwo"]++;
    for (const send of watching.get(matchId) ?? []) send({ score });
    ({ errors } = await platform.mutate("reportScore(input: $input)", "($input: ReportScoreInput!)", { input: { matchId, score } }));
  }
  if (!playing.has(matchId) || errors.length) return console.log(`match ${matchId} was taken away`, errors);
  const input = { idempotencyKey: matchId, matchId, winner: score.teamOne > score.teamTwo ? "ONE" : "TWO", score };
  await platform.mutate("finishMatch(input: $input)", "($input: FinishMatchInput!)", { input });
  console.log(`match ${matchId} ended ${score.teamOne}:${score.teamTwo}`);
}
async function host({ id: match, status, mode }) {
  if (!["CREATED", "READY", "LIVE"].includes(status)) playing.delete(match);
  else if (playing.has(match)) return;
  else if (status === "LIVE") await platform.mutate("abortMatch(input: { matchId: $id })", "($id: ID!)", { id: match }); // lost in a crash
  else await play(playing.add(match) && match, mode === "ONE_VS_ONE" ? 11 : 21).finally(() => playing.delete(match));
}
async function follow() {
  for await (const { assignedMatches } of platform.events("subscription { assignedMatches { id status mode } }")) host(assignedMatches).catch(console.error);
}
const repeat = async (step, ms) => { for (;;) await step().catch(console.error).then(() => pause(ms)); };

// Players and spectators. This game needs no input; a real one reads what players send, and ignores spectators.
const check = ticketChecker({ keysUrl: `${gatewayUrl}/.well-known/jwks.json`, audience: id });
openDoor(new URL(PUBLIC_URL).port, check, ({ mid, role, team, name }, send, socket) => {
  if (!playing.has(mid)) throw new Error("no match of this game server");
  const entered = watching.get(mid) ?? new Set();
  watching.set(mid, entered.add(send));
  socket.on("close", () => entered.delete(send) && entered.size === 0 && watching.delete(mid));
  send({ entered: mid, role, team, name });
});

await register();
console.log(`${id} is registered`);
repeat(beat, 5000);
repeat(follow, 1000);
process.once("SIGTERM", async () => {
  await platform.mutate("drainGameServer");
  while (playing.size) await pause(200);
  process.exit();
});
