package ft.transcendence.platform.load;

import ft.transcendence.platform.load.profile.FlightRecorder;
import ft.transcendence.platform.load.profile.LayerShares;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records a profile of each of the platform's JVMs while an operation runs. */
final class Profiler {

    private final ProcessMeter meter;
    private final Path folder;

    /** @param folder where the recordings are written */
    Profiler(ProcessMeter meter, Path folder) {
        this.meter = meter;
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("Could not create " + folder, failure);
        }
    }

    /** Records the work, and returns the share of each layer by process. */
    Map<String, LayerShares> record(String operation, Runnable work) {
        Map<String, FlightRecorder> recorders = new LinkedHashMap<>();
        meter.processes().forEach((name, process) -> {
            if (FlightRecorder.isJvm(process)) {
                recorders.put(name, FlightRecorder.start(process));
            }
        });
        meter.lap();
        work.run();
        Map<String, Duration> cpu = meter.lap();
        Map<String, LayerShares> shares = new LinkedHashMap<>();
        recorders.forEach((name, recorder) -> {
            Path file = folder.resolve(operation.replaceAll("\\W+", "-") + "-" + name + ".jfr");
            recorder.stop(file);
            shares.put(name, LayerShares.of(file, cpu.getOrDefault(name, Duration.ZERO)));
        });
        return shares;
    }
}
