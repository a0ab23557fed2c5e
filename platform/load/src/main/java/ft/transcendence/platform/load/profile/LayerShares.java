package ft.transcendence.platform.load.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * The share of each layer in the CPU time of a process.
 *
 * @param percent percent of the CPU time, by layer
 * @param samples the number of samples
 */
public record LayerShares(Map<Layer, Double> percent, int samples) {

    private static final String CPU_TIME_SAMPLE = "jdk.CPUTimeSample";
    private static final String EXECUTION_SAMPLE = "jdk.ExecutionSample";

    /** Counts samples by layer. */
    static final class Counter {

        private final Map<Layer, Double> nanos = new EnumMap<>(Layer.class);
        private int samples;

        /** Adds a sample that stands for this CPU time; the stack trace is innermost first. */
        void add(List<String> classes, double sampledNanos) {
            nanos.merge(Layer.of(classes), sampledNanos, Double::sum);
            samples++;
        }

        boolean isEmpty() {
            return samples == 0;
        }

        /**
         * The shares, with the CPU time that no sample stands for.
         *
         * @param total the CPU time of the whole process; zero if it is not comparable with the samples
         */
        LayerShares shares(Duration total) {
            double sampled =
                    nanos.values().stream().mapToDouble(Double::doubleValue).sum();
            double all = Math.max(sampled, total.toNanos());
            Map<Layer, Double> percent = new EnumMap<>(Layer.class);
            nanos.forEach((layer, used) -> percent.put(layer, 100 * used / all));
            if (all > sampled) {
                percent.put(Layer.JVM, 100 * (all - sampled) / all);
            }
            return new LayerShares(Map.copyOf(percent), samples);
        }
    }

    /**
     * The shares in a recording. CPU-time samples are used where the JVM has them (Linux, since Java 25). Otherwise samples of running
     * threads are used, which do not include native code.
     *
     * @param total the CPU time of the process during the recording
     */
    public static LayerShares of(Path recording, Duration total) {
        Counter byCpuTime = new Counter();
        Counter byExecution = new Counter();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                switch (event.getEventType().getName()) {
                    case CPU_TIME_SAMPLE -> byCpuTime.add(classes(event), sampledNanos(event));
                    case EXECUTION_SAMPLE -> byExecution.add(classes(event), 1);
                    default -> {}
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not read " + recording, failure);
        }
        return byCpuTime.isEmpty() ? byExecution.shares(Duration.ZERO) : byCpuTime.shares(total);
    }

    private static double sampledNanos(RecordedEvent event) {
        return event.getDuration("samplingPeriod").toNanos();
    }

    private static List<String> classes(RecordedEvent event) {
        RecordedStackTrace trace = event.getStackTrace();
        return trace == null
                ? List.of()
                : trace.getFrames().stream()
                        .filter(RecordedFrame::isJavaFrame)
                        .map(frame -> frame.getMethod().getType().getName())
                        .toList();
    }
}
