package ft.transcendence.platform.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTests {

    @TempDir
    Path directory;

    @Test
    void fillsOnceForConcurrentCallers() throws Exception {
        Path folder = directory.resolve("postgres");
        AtomicInteger fills = new AtomicInteger();
        CountDownLatch filling = new CountDownLatch(1);
        CountDownLatch secondAsks = new CountDownLatch(1);
        Callable<Path> first = () -> Archives.unpackOnce(folder, partial -> {
            fills.incrementAndGet();
            filling.countDown();
            await(secondAsks);
        });
        Callable<Path> second = () -> {
            await(filling);
            secondAsks.countDown();
            return Archives.unpackOnce(folder, partial -> fills.incrementAndGet());
        };

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Path> result : threads.invokeAll(List.of(first, second))) {
                assertThat(result.get()).isEqualTo(folder).isDirectory();
            }
        }
        assertThat(fills).hasValue(1);
    }

    @Test
    void leavesNothingBehindWhenFillingFails() {
        Path folder = directory.resolve("kafka");

        assertThatThrownBy(() -> Archives.unpackOnce(folder, partial -> {
                    throw new IllegalStateException("no space");
                }))
                .hasMessage("no space");

        assertThat(Files.exists(folder)).isFalse();
        assertThat(Archives.unpackOnce(folder, partial -> {})).isDirectory();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
