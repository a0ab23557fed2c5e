package ft.transcendence.platform.servers;

import ft.transcendence.platform.servers.AotCaches.CachedProgram;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The command line of a Java program that starts fast and stays small: serial collector, first-tier compiler only, and an ahead-of-time cache
 * or class-data archive of earlier runs.
 */
public final class JavaProgram {

    /**
     * Exits with status 3 when out of memory, because the program's state is unknown from then on; its supervisor restarts it. The JVM
     * applies this to heap and metaspace only. For threads and direct buffers our applications exit themselves.
     */
    public static final String EXIT_WHEN_OUT_OF_MEMORY = "-XX:+ExitOnOutOfMemoryError";

    private static final String FIRST_TIER_ONLY = "-XX:TieredStopAtLevel=1";

    private final List<String> options = new ArrayList<>();
    private @Nullable Caching caching;

    private record Caching(AotCaches caches, Path base) {}

    private JavaProgram(int maxHeapMebibytes) {
        options.add("-Xms32m");
        options.add("-Xmx" + maxHeapMebibytes + "m");
        options.add("-XX:+UseSerialGC");
        options.add(EXIT_WHEN_OUT_OF_MEMORY);
    }

    /** A program with at most {@code maxHeapMebibytes} of heap, on the same Java as this one. */
    public static JavaProgram withHeap(int maxHeapMebibytes) {
        return forLoad(maxHeapMebibytes).option(FIRST_TIER_ONLY);
    }

    /** A program like {@link #withHeap} that uses all compilers for the highest speed. */
    public static JavaProgram forLoad(int maxHeapMebibytes) {
        return new JavaProgram(maxHeapMebibytes)
                .option("-Dfile.encoding=UTF-8")
                // network libraries load native code, and Java would warn about each
                .option("--enable-native-access=ALL-UNNAMED");
    }

    /** A program with all compilers and the options in a file, one a line, as the command {@code java} reads them. */
    public static JavaProgram withOptions(Path file, int maxHeapMebibytes) {
        return new JavaProgram(maxHeapMebibytes).option("@" + file);
    }

    /** Starts faster with the cache at {@code base}, or its archive; the suffixes are added. */
    public JavaProgram cached(AotCaches caches, Path base) {
        this.caching = new Caching(caches, base);
        return this;
    }

    /** Adds a JVM option. */
    public JavaProgram option(String option) {
        options.add(option);
        return this;
    }

    /** Returns the class path of all jars in {@code folder}, in a fixed order, as caches require. */
    public static String classpathOf(Path folder) {
        return Distribution.list(folder.toAbsolutePath()).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns the command that runs {@code mainClass}. */
    public List<String> run(String classpath, String mainClass, List<String> arguments) {
        List<String> command = start(classpath, jars(classpath));
        command.add("-cp");
        command.add(classpath);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /** Returns the command that runs the executable {@code jar}, whose libraries are in the folder {@code lib} beside it. */
    public List<String> run(Path jar, List<String> arguments) {
        List<Path> jars = new ArrayList<>(List.of(jar));
        jars.addAll(Distribution.list(jar.resolveSibling("lib")));
        List<String> command = start(jar.toString(), jars);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        return command;
    }

    private List<String> start(String classpath, List<Path> jars) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString()));
        if (caching == null) {
            command.addAll(options);
            return command;
        }
        List<String> allTiers = options.stream()
                .filter(option -> !option.equals(FIRST_TIER_ONLY))
                .toList();
        List<String> cache =
                caching.caches().options(new CachedProgram(caching.base(), java, allTiers, classpath, jars));
        // the first tier alone makes no profiles
        command.addAll(AotCaches.isRecording(cache) ? allTiers : options);
        command.addAll(cache);
        return command;
    }

    private static List<Path> jars(String classpath) {
        return Arrays.stream(classpath.split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }
}
