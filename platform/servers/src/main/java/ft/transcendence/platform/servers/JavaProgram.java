package ft.transcendence.platform.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a Java program that starts fast and stays small: serial collector, first-tier compiler only,
 * and a class-data archive that the first clean stop writes and later starts map into memory.
 */
public final class JavaProgram {

    /**
     * Exits with status 3 when out of memory, because the program's state is unknown from then on; its supervisor restarts it. The JVM
     * applies this to heap and metaspace only. For threads and direct buffers our applications exit themselves.
     */
    public static final String EXIT_WHEN_OUT_OF_MEMORY = "-XX:+ExitOnOutOfMemoryError";

    private final List<String> options = new ArrayList<>();

    private JavaProgram(int maxHeapMebibytes) {
        options.add("-Xms32m");
        options.add("-Xmx" + maxHeapMebibytes + "m");
        options.add("-XX:+UseSerialGC");
        options.add(EXIT_WHEN_OUT_OF_MEMORY);
        options.add("-Dfile.encoding=UTF-8");
        // network libraries load native code, and Java would warn about each
        options.add("--enable-native-access=ALL-UNNAMED");
    }

    /** A program with at most {@code maxHeapMebibytes} of heap, on the same Java as this one. */
    public static JavaProgram withHeap(int maxHeapMebibytes) {
        return new JavaProgram(maxHeapMebibytes).option("-XX:TieredStopAtLevel=1");
    }

    /** A program like {@link #withHeap} that uses all compilers for the highest speed. */
    public static JavaProgram forLoad(int maxHeapMebibytes) {
        return new JavaProgram(maxHeapMebibytes);
    }

    /** Keeps loaded classes in {@code archive} between runs. */
    public JavaProgram archive(Path archive) {
        options.add("-XX:+AutoCreateSharedArchive");
        options.add("-XX:SharedArchiveFile=" + archive);
        options.add("-Xlog:cds=off");
        options.add("-Xlog:cds+dynamic=off");
        return this;
    }

    /** Adds a JVM option. */
    public JavaProgram option(String option) {
        options.add(option);
        return this;
    }

    /** Returns the command that runs {@code mainClass}. */
    public List<String> run(String classpath, String mainClass, List<String> arguments) {
        List<String> command = start();
        command.add("-cp");
        command.add(classpath);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** Returns the command that runs the executable {@code jar}. */
    public List<String> run(Path jar, List<String> arguments) {
        List<String> command = start();
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    private List<String> start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        return command;
    }
}
