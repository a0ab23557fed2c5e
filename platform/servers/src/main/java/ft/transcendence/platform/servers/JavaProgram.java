package ft.transcendence.platform.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a Java program, tuned to start fast and stay small: serial collector, first-tier compiler only,
 * and a class-data archive that the first clean stop writes and later starts map into memory.
 */
public final class JavaProgram {

    /**
     * A program that has been out of memory once is in no known state: it ends, with status 3, and whoever runs it starts it again. The
     * JVM knows of its own heap and metaspace alone; for threads and direct buffers that cannot be had our applications end themselves.
     */
    public static final String EXIT_WHEN_OUT_OF_MEMORY = "-XX:+ExitOnOutOfMemoryError";

    private final List<String> options = new ArrayList<>();

    private JavaProgram(int maxHeapMebibytes) {
        options.add("-Xms32m");
        options.add("-Xmx" + maxHeapMebibytes + "m");
        options.add("-XX:+UseSerialGC");
        options.add(EXIT_WHEN_OUT_OF_MEMORY);
        options.add("-Dfile.encoding=UTF-8");
        // network libraries load code of their own, and Java would warn of each
        options.add("--enable-native-access=ALL-UNNAMED");
    }

    /** A program with at most {@code maxHeapMebibytes} of heap, on the same Java as this one. */
    public static JavaProgram withHeap(int maxHeapMebibytes) {
        return new JavaProgram(maxHeapMebibytes).option("-XX:TieredStopAtLevel=1");
    }

    /** A program like {@link #withHeap} that takes its time to compile for the highest speed. */
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
