package ft.transcendence.platform.load.profile;

import static org.assertj.core.api.Assertions.assertThat;

import ft.transcendence.platform.load.profile.LayerShares.Counter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerSharesTests {

    private static final List<String> TOMCAT = List.of("org.apache.coyote.Request");
    private static final List<String> SPRING = List.of("org.springframework.beans.BeanUtils");

    private final Counter counter = new Counter();

    @Test
    void addUpToAHundredPercent() {
        counter.add(TOMCAT, 10);
        counter.add(SPRING, 30);

        assertThat(counter.shares(Duration.ZERO))
                .isEqualTo(new LayerShares(Map.of(Layer.TOMCAT, 25.0, Layer.SPRING, 75.0), 2));
    }

    @Test
    void assignTheCpuTimeWithoutSamplesToTheJvm() {
        counter.add(TOMCAT, 10);
        counter.add(SPRING, 30);

        assertThat(counter.shares(Duration.ofNanos(80)).percent())
                .isEqualTo(Map.of(Layer.TOMCAT, 12.5, Layer.SPRING, 37.5, Layer.JVM, 50.0));
    }

    @Test
    void areReadFromARecording(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("own.jfr");
        try (Recording recording = new Recording(Configuration.getConfiguration("profile"))) {
            recording.enable("jdk.CPUTimeSample").with("throttle", "1ms");
            recording.enable("jdk.ExecutionSample").with("period", "1 ms");
            recording.start();
            assertThat(countPrimes(2_000_000)).isEqualTo(148_933);
            recording.stop();
            recording.dump(file);
        }

        LayerShares shares = LayerShares.of(file, Duration.ZERO);

        assertThat(shares.samples()).isPositive();
        assertThat(shares.percent().get(Layer.OWN)).isPositive();
    }

    private static int countPrimes(int limit) {
        int primes = 0;
        for (int number = 2; number < limit; number++) {
            boolean isPrime = true;
            for (int divisor = 2; divisor * divisor <= number; divisor++) {
                if (number % divisor == 0) {
                    isPrime = false;
                    break;
                }
            }
            primes += isPrime ? 1 : 0;
        }
        return primes;
    }
}
