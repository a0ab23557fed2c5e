package ft.transcendence.gateway;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The arguments of the gateway.
 *
 * @param check whether the settings are only checked
 * @param settings the other arguments, as Spring reads them
 */
record CommandLine(boolean check, List<String> settings) {
    private static final String CHECK = "--check";
    private static final String CONFIG = "--config";

    CommandLine {
        settings = List.copyOf(settings);
    }

    static CommandLine parse(String... arguments) {
        boolean check = false;
        List<String> settings = new ArrayList<>();
        for (Iterator<String> rest = List.of(arguments).iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            if (argument.equals(CHECK)) {
                check = true;
            } else if (argument.equals(CONFIG)) {
                settings.add(fileSetting(rest.hasNext() ? rest.next() : ""));
            } else if (argument.startsWith(CONFIG + "=")) {
                settings.add(fileSetting(argument.substring(CONFIG.length() + 1)));
            } else {
                settings.add(argument);
            }
        }
        return new CommandLine(check, settings);
    }

    private static String fileSetting(String file) {
        return "--gateway.config.file=" + file;
    }
}
