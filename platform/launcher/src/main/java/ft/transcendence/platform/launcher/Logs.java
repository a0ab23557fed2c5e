package ft.transcendence.platform.launcher;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The parts' logs of one platform: new ones at its start, to which a part that is started again goes on writing. */
final class Logs {

    private final Home home;
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    Logs(Home home) {
        this.home = home;
    }

    /** The file that a part which is about to start writes to. */
    Path of(String part) {
        return begun.add(part) ? home.newLog(part) : home.log(part);
    }
}
