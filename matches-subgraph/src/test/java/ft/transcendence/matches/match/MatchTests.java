package ft.transcendence.matches.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.subgraph.mutation.ChangeRejectedException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatchTests {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LONG_AGO = NOW.minusSeconds(1_000_000);

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final Match match = new Match(
            UUID.randomUUID(), NewMatch.hosted(MatchMode.ONE_VS_ONE, List.of(alice), List.of(bob), "game server"), NOW);

    @ParameterizedTest
    @EnumSource(Transition.class)
    void allowsOnlyTheTransitionsOfTheStateMachine(Transition transition) {
        Set<MatchStatus> allowed =
                switch (transition) {
                    case MAKE_READY -> Set.of(MatchStatus.CREATED);
                    case START -> Set.of(MatchStatus.READY);
                    case REPORT_SCORE, COMPLETE -> Set.of(MatchStatus.LIVE);
                    case COMPLETE_LATE -> Set.of(MatchStatus.ABORTED);
                    case ABORT -> Set.of(MatchStatus.CREATED, MatchStatus.READY, MatchStatus.LIVE);
                    case VOID -> Set.of(MatchStatus.COMPLETED);
                };

        assertThat(Arrays.stream(MatchStatus.values()).filter(from -> isAllowed(transition, from)))
                .containsExactlyInAnyOrderElementsOf(allowed);
    }

    @Test
    void becomesReadyWhenStartedAtOnce() {
        match.start(NOW);

        assertThat(match.status()).isEqualTo(MatchStatus.LIVE);
        assertThat(match.readyAt()).contains(NOW);
        assertThat(match.startedAt()).contains(NOW);
    }

    @Test
    void changesNothingWhenItRejects() {
        match.start(NOW);

        assertThatThrownBy(() -> match.complete(Team.ONE, new Score(1, 2), FinishReason.SCORE, NOW))
                .isInstanceOf(ChangeRejectedException.class);

        assertThat(match.status()).isEqualTo(MatchStatus.LIVE);
        assertThat(match.winner()).isEmpty();
        assertThat(match.endedAt()).isEmpty();
    }

    @Test
    void letsTheTrailingTeamWinByDisconnect() {
        match.start(NOW);

        match.complete(Team.TWO, new Score(10, 3), FinishReason.DISCONNECT, NOW);

        assertThat(match.player(bob).orElseThrow().outcome()).contains(Outcome.WIN);
        assertThat(match.player(alice).orElseThrow().outcome()).contains(Outcome.LOSS);
    }

    @Test
    void timesOutWhenItDoesNotStart() {
        assertThat(match.expire(new Deadlines(NOW, LONG_AGO, LONG_AGO, LONG_AGO), NOW))
                .isFalse();

        assertThat(match.expire(new Deadlines(NOW.plusMillis(1), LONG_AGO, LONG_AGO, LONG_AGO), NOW.plusSeconds(600)))
                .isTrue();
        assertThat(match.status()).isEqualTo(MatchStatus.ABORTED);
        assertThat(match.finishReason()).contains(FinishReason.TIMEOUT);
        assertThat(match.endedAt()).contains(NOW.plusSeconds(600));
        assertThat(match.isAwaitingLateResult()).isFalse();
    }

    @Test
    void timesOutWhenItsServerIsSilent() {
        Instant reported = NOW.plusSeconds(100);
        match.start(NOW);
        match.heartbeat(reported);

        assertThat(match.expire(new Deadlines(reported, reported, LONG_AGO, LONG_AGO), reported))
                .isFalse();
        assertThat(match.expire(
                        new Deadlines(reported, reported.plusMillis(1), LONG_AGO, LONG_AGO), reported.plusSeconds(120)))
                .isTrue();
        assertThat(match.finishReason()).contains(FinishReason.SERVER_FAULT);
        assertThat(match.isAwaitingLateResult()).isTrue();
    }

    @Test
    void timesOutWhenItNeverEnds() {
        match.start(NOW);
        match.heartbeat(NOW.plusSeconds(3600));

        assertThat(match.expire(new Deadlines(LONG_AGO, LONG_AGO, LONG_AGO, NOW.plusMillis(1)), NOW.plusSeconds(3601)))
                .isTrue();
        assertThat(match.finishReason()).contains(FinishReason.TIMEOUT);
        assertThat(match.isAwaitingLateResult()).isFalse();
    }

    @Test
    void acceptsALateResultOnce() {
        match.start(NOW);
        match.expire(new Deadlines(NOW, NOW.plusMillis(1), LONG_AGO, NOW), NOW.plusSeconds(120));

        match.complete(Team.TWO, new Score(3, 11), FinishReason.SCORE, NOW.plusSeconds(180));

        assertThat(match.status()).isEqualTo(MatchStatus.COMPLETED);
        assertThat(match.endedAt()).contains(NOW.plusSeconds(180));
        assertThat(match.fellSilent()).isTrue();
        assertThatThrownBy(() -> match.complete(Team.TWO, new Score(3, 11), FinishReason.SCORE, NOW))
                .isInstanceOf(ChangeRejectedException.class);
    }

    private static boolean isAllowed(Transition transition, MatchStatus from) {
        try {
            transition.from(from);
            return true;
        } catch (ChangeRejectedException rejected) {
            assertThat(rejected.code()).isEqualTo(MatchErrorCode.ILLEGAL_TRANSITION);
            return false;
        }
    }

    @Test
    void waitsForItsPlayersOrAGameServer() {
        Match unassigned = new Match(
                UUID.randomUUID(),
                NewMatch.waiting(MatchMode.ONE_VS_ONE, List.of(alice), List.of(bob), "test", null),
                NOW);

        assertThat(unassigned.waitingFor()).contains(MatchWait.GAME_SERVER);
        assertThat(match.waitingFor()).contains(MatchWait.PLAYERS);
        match.start(NOW);
        assertThat(match.waitingFor()).isEmpty();
        match.complete(Team.ONE, new Score(11, 2), FinishReason.SCORE, NOW);
        assertThat(match.waitingFor()).isEmpty();
    }

    @Test
    void belongsToOneGameServer() {
        match.requireHostedBy("game server");

        assertThatThrownBy(() -> match.requireHostedBy("another")).hasMessageContaining("not assigned");
    }
}
