package ft.transcendence.federation.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ft.transcendence.federation.PlanningSettings;
import ft.transcendence.federation.error.RequestRefusedException;
import ft.transcendence.federation.scheduling.PlanningPool.Requester;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Shared work, turns and limits. The test controls threads, clock and timer. */
final class PlanningPoolTests {

    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    /** Threads that the test starts. */
    private final Deque<Runnable> threads = new ArrayDeque<>();

    private final List<String> done = new ArrayList<>();
    private long now;
    private @Nullable Runnable timer;
    private long timerAt;
    private int timersSet;

    private final PlanningPool pool = pool(threads::add);

    private PlanningPool pool(java.util.concurrent.Executor executor) {
        return new PlanningPool(new PlanningSettings(1, 6, 3, MAX_WAIT), executor, () -> now, (nanos, task) -> {
            timersSet++;
            timerAt = now + nanos;
            timer = task;
        });
    }

    private static Requester requester(@Nullable String source) {
        return new Requester(source, new CompletableFuture<>());
    }

    private Supplier<String> task(String name) {
        return () -> {
            done.add(name);
            return name;
        };
    }

    private CompletableFuture<String> submit(String key, Requester requester) {
        return pool.once(key, requester, task(key));
    }

    private void runThreads() {
        while (!threads.isEmpty()) {
            threads.remove().run();
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
        Runnable due = timer;
        if (due != null && now >= timerAt) {
            timer = null;
            due.run();
        }
    }

    private static void assertOverloaded(CompletableFuture<?> result) {
        assertThat(result).isCompletedExceptionally();
        assertThatThrownBy(result::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        RequestRefusedException.class,
                        refused -> assertThat(refused.response().bodyAsString()).contains("PLANNING_OVERLOADED"));
    }

    @Test
    void runsEqualWorkOnceForAllRequesters() {
        List<CompletableFuture<String>> results = IntStream.range(0, 50)
                .mapToObj(i -> submit("same", requester("caller " + i)))
                .toList();
        runThreads();
        assertThat(done).containsExactly("same");
        assertThat(results).allSatisfy(result -> assertThat(result).isCompletedWithValue("same"));
    }

    @Test
    void runsWorkAgainAfterItsResultWasDelivered() {
        submit("same", requester("a"));
        runThreads();
        submit("same", requester("a"));
        runThreads();
        assertThat(done).containsExactly("same", "same");
    }

    @Test
    void callersTakeTurns() {
        submit("a1", requester("a"));
        submit("a2", requester("a"));
        submit("a3", requester("a"));
        submit("b1", requester("b"));
        runThreads();
        assertThat(done).containsExactly("a1", "b1", "a2", "a3");
    }

    @Test
    void limitsTheNumberOfThreads() {
        submit("a1", requester("a"));
        submit("a2", requester("a"));
        submit("b1", requester("b"));
        assertThat(threads).hasSize(1);
    }

    @Test
    void refusesACallerBeyondItsShareAndNoOthers() {
        List<CompletableFuture<String>> results = IntStream.range(0, 3)
                .mapToObj(i -> submit("a" + i, requester("a")))
                .toList();
        assertOverloaded(submit("a3", requester("a")));
        CompletableFuture<String> other = submit("b", requester("b"));
        runThreads();
        assertThat(results).allSatisfy(result -> assertThat(result).isCompleted());
        assertThat(other).isCompletedWithValue("b");
        assertThat(submit("a3", requester("a"))).as("there is space again").isNotCompleted();
    }

    @Test
    void limitsTheWholeQueue() {
        IntStream.range(0, 6).forEach(i -> submit("k" + i, requester("caller " + i)));
        assertOverloaded(submit("k6", requester("caller 6")));
        assertThat(pool.waiting()).isEqualTo(6);
    }

    @Test
    void joiningCountsNothingAndIsNeverRefused() {
        IntStream.range(0, 6).forEach(i -> submit("k" + i, requester("caller " + i)));
        CompletableFuture<String> joined = submit("k0", requester("one more"));
        runThreads();
        assertThat(joined).isCompletedWithValue("k0");
    }

    @Test
    void joiningRequesterLendsTheWorkItsTurn() {
        submit("a1", requester("a"));
        submit("a2", requester("a"));
        submit("a3", requester("a"));
        submit("a3", requester("b"));
        runThreads();
        assertThat(done).containsExactly("a1", "a3", "a2");
        assertThat(pool.waiting()).isZero();
    }

    @Test
    void joiningRequesterStaysWhenTheFirstLeaves() {
        Requester first = requester("a");
        submit("k", first);
        CompletableFuture<String> second = submit("k", requester("b"));
        first.result().cancel(true);
        runThreads();
        assertThat(second).isCompletedWithValue("k");
    }

    @Test
    void abandonedWorkIsNotStartedAndFreesItsSpace() {
        List<Requester> requesters =
                IntStream.range(0, 3).mapToObj(i -> requester("a")).toList();
        IntStream.range(0, 3).forEach(i -> submit("a" + i, requesters.get(i)));
        requesters.get(1).result().cancel(true);
        assertThat(pool.waiting()).isEqualTo(2);
        assertThat(submit("a4", requester("a"))).as("its space is free").isNotCompleted();
        runThreads();
        assertThat(done).containsExactly("a0", "a2", "a4");
    }

    @Test
    void cancelledRequesterIsNotServed() {
        Requester gone = requester("a");
        gone.result().cancel(true);
        submit("k", gone);
        runThreads();
        assertThat(done).isEmpty();
    }

    @Test
    void refusesAfterTheMaximumWaitEvenIfNoThreadIsFree() {
        CompletableFuture<String> early = submit("k1", requester("a"));
        pass(Duration.ofSeconds(3));
        CompletableFuture<String> late = submit("k2", requester("a"));
        CompletableFuture<String> joined = submit("k1", requester("b"));
        pass(Duration.ofSeconds(2));
        assertOverloaded(early);
        assertThat(late).isNotCompleted();
        assertThat(joined).as("counts its own waiting time").isNotCompleted();
        pass(Duration.ofSeconds(3));
        assertOverloaded(late);
        assertOverloaded(joined);
        assertThat(pool.waiting()).isZero();
        runThreads();
        assertThat(done).isEmpty();
    }

    @Test
    void usesOneTimerForAll() {
        IntStream.range(0, 6).forEach(i -> submit("k" + i, requester("caller " + i)));
        assertThat(timersSet).isOne();
        runThreads();
        pass(MAX_WAIT);
        assertThat(timersSet).as("no requester waits").isOne();
    }

    @Test
    void startedWorkIsNotRefused() {
        CompletableFuture<String> result = new CompletableFuture<>();
        CompletableFuture<String> given = pool.once("slow", requester("a"), () -> {
            CompletableFuture<String> joined = submit("slow", requester("b"));
            joined.thenAccept(result::complete);
            pass(MAX_WAIT.multipliedBy(2));
            return "done";
        });
        runThreads();
        assertThat(given).isCompletedWithValue("done");
        assertThat(result).isCompletedWithValue("done");
    }

    @Test
    void nextStepOfTheSameRequestRunsAtOnce() {
        Requester requester = requester("a");
        CompletableFuture<String> second = submit("a1", requester).thenCompose(first -> submit("a2", requester));
        submit("a3", requester("a"));
        runThreads();
        assertThat(done).containsExactly("a1", "a2", "a3");
        assertThat(second).isCompletedWithValue("a2");
    }

    @Test
    void nextStepsOfJoinedRequestersTakeTheirOwnTurns() {
        Requester first = requester("a");
        Requester joined = requester("b");
        submit("k", first).thenCompose(result -> submit("first's", first));
        submit("k", joined).thenCompose(result -> submit("joined's", joined));
        submit("other", requester("c"));
        runThreads();
        assertThat(done).containsExactly("k", "first's", "other", "joined's");
    }

    @Test
    void nextStepTakesOverEqualQueuedWork() {
        Requester requester = requester("a");
        CompletableFuture<String> own = submit("k1", requester).thenCompose(first -> submit("k2", requester));
        submit("between", requester("c"));
        CompletableFuture<String> queued = submit("k2", requester("b"));
        runThreads();
        assertThat(done).containsExactly("k1", "k2", "between");
        assertThat(own).isCompletedWithValue("k2");
        assertThat(queued).isCompletedWithValue("k2");
    }

    @Test
    void anyFailureReachesAllWaiters() {
        for (Throwable problem :
                List.of(new IllegalStateException("defect"), new StackOverflowError(), new Exception("sneaky"))) {
            CompletableFuture<String> first =
                    pool.once("k", requester("a"), () -> PlanningPoolTests.sneakyThrow(problem));
            CompletableFuture<String> second = submit("k", requester("b"));
            runThreads();
            assertThatThrownBy(first::get).cause().isSameAs(problem);
            assertThatThrownBy(second::get).cause().isSameAs(problem);
        }
        assertThat(submit("k", requester("a"))).as("it is retried").isNotCompleted();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> String sneakyThrow(Throwable problem) throws T {
        throw (T) problem;
    }

    @Test
    void failingContinuationDoesNotAffectOtherWaiters() {
        submit("k", requester("a")).thenRun(() -> {
            throw new StackOverflowError();
        });
        CompletableFuture<String> second = submit("k", requester("b"));
        runThreads();
        assertThat(second).isCompletedWithValue("k");
    }

    @Test
    void failsWhenNoThreadCanBeStarted() {
        AtomicInteger refusals = new AtomicInteger(1);
        PlanningPool starved = pool(task -> {
            if (refusals.getAndDecrement() > 0) {
                throw new RejectedExecutionException("no thread");
            }
            task.run();
        });
        assertThat(starved.once("k", requester("a"), task("k"))).isCompletedExceptionally();
        assertThat(starved.waiting()).isZero();
        assertThat(starved.once("k", requester("a"), task("k"))).isCompletedWithValue("k");
    }

    @Test
    void workOnTheCallingThreadCanSubmitOtherWork() {
        PlanningPool direct = PlanningPool.onCallingThread(System::nanoTime);
        CompletableFuture<String> outer = direct.once(
                "outer",
                requester("a"),
                () -> "outer "
                        + direct.once("inner", requester("a"), task("inner")).join());
        assertThat(outer).isCompletedWithValue("outer inner");
    }

    @Test
    void ownThreadsServeManyCallersAtOnce() throws Exception {
        PlanningPool real = PlanningPool.onOwnThreads(
                new PlanningSettings(2, 1_000, 1_000, Duration.ofMinutes(1)), System::nanoTime);
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(4_000);
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> callers = IntStream.range(0, 4)
                .mapToObj(caller -> Thread.startVirtualThread(() -> {
                    await(start);
                    for (int i = 0; i < 1_000; i++) {
                        real.once("k" + i % 100, requester("caller " + caller), runs::incrementAndGet)
                                .whenComplete((result, problem) -> all.countDown());
                    }
                }))
                .toList();
        start.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(all.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(runs.get()).isBetween(100, 4_000);
        assertThat(real.waiting()).isZero();
    }

    @Test
    void ownThreadsRefuseAfterTheMaximumWait() throws Exception {
        PlanningPool real =
                PlanningPool.onOwnThreads(new PlanningSettings(1, 8, 8, Duration.ofMillis(1)), System::nanoTime);
        CountDownLatch release = new CountDownLatch(1);
        CompletableFuture<String> begun = new CompletableFuture<>();
        CompletableFuture<String> slow = real.once("slow", requester("a"), () -> {
            begun.complete("begun");
            await(release);
            return "slow";
        });
        // on a slow machine the first one may be refused, too
        Object first = CompletableFuture.anyOf(begun, slow.exceptionally(refused -> "refused"))
                .get(1, TimeUnit.MINUTES);
        if (first.equals("begun")) {
            CompletableFuture<String> waiting = real.once("next", requester("b"), () -> "next");
            assertThatThrownBy(() -> waiting.get(1, TimeUnit.MINUTES))
                    .cause()
                    .isInstanceOf(RequestRefusedException.class);
        }
        release.countDown();
        assertThat(slow.handle((result, problem) -> result == null ? "refused" : result)
                        .get(1, TimeUnit.MINUTES))
                .isIn("slow", "refused");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Nobody released it");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
