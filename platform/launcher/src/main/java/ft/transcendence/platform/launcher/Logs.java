package ft.transcendence.platform.launcher;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The logs of a platform's parts. Each start of the platform begins new ones; a restarted part appends to its log. */
final class Logs {

    private final Home home;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    Logs(Home home) {
        this.home = home;
    }

    /** The log file for a part that is about to start. */
    Path of(String part) {
        return begun.add(part) ? home.newLog(part) : home.log(part);
    }
}
