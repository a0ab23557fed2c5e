package ft.transcendence.platform.process;

import org.jspecify.annotations.Nullable;

/**
 * Exits the JVM when a thread dies of an OutOfMemoryError. {@code -XX:+ExitOnOutOfMemoryError} only covers heap and metaspace. The errors for
 * threads that cannot be started and direct memory that cannot be allocated come from the class library; they can kill the thread that accepts
 * connections while the process keeps running.
 */
public final class ExitOnOutOfMemory implements Thread.UncaughtExceptionHandler {

    /** The exit status of the JVM's own option. */
    private static final int STATUS = 3;

    private final Thread.@Nullable UncaughtExceptionHandler next;

    private ExitOnOutOfMemory(Thread.@Nullable UncaughtExceptionHandler next) {
        this.next = next;
    }

    /** Installs this handler for every thread without a handler of its own. */
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
