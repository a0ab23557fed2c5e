package ft.transcendence.platform.process;

import org.jspecify.annotations.Nullable;

/**
 * Ends the JVM when a thread dies of an OutOfMemoryError. {@code -XX:+ExitOnOutOfMemoryError} does so for heap and metaspace alone: a thread
 * that cannot be started, or direct memory that cannot be had, is thrown by the class library, and takes with it the thread that accepts
 * connections while the process lives on.
 */
public final class ExitOnOutOfMemory implements Thread.UncaughtExceptionHandler {

    /** What the JVM's own option ends with. */
    private static final int STATUS = 3;

    private final Thread.@Nullable UncaughtExceptionHandler next;

    private ExitOnOutOfMemory(Thread.@Nullable UncaughtExceptionHandler next) {
        this.next = next;
    }

    /** Does so from now on, for every thread without a handler of its own. */
    public static void install() {
        Thread.setDefaultUncaughtExceptionHandler(new ExitOnOutOfMemory(Thread.getDefaultUncaughtExceptionHandler()));
    }

    @Override
    @SuppressWarnings("SystemOut") // a logger would need memory
    public void uncaughtException(Thread thread, Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            System.err.println("Terminating due to " + failure);
            Runtime.getRuntime().halt(STATUS);
        }
        if (next != null) {
            next.uncaughtException(thread, failure);
        } else {
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            failure.printStackTrace();
        }
    }
}
