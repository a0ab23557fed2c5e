package ft.transcendence.platform.containers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Dockerfile, with the defaults of its build arguments.
 *
 * @param stages in their order; the last one is the image
 */
record Dockerfile(List<Stage> stages) {

    private static final Pattern FROM = Pattern.compile("FROM (\\S+)(?: AS (\\S+))?");
    private static final Pattern ARGUMENT = Pattern.compile("ARG (\\w+)=(\\S+)");
    private static final Pattern REFERENCE = Pattern.compile("(?:--from=|[ ,]from=)([a-z][\\w-]*)");

    /**
     * A stage.
     *
     * @param name its name; the base's for the last one, which has none
     * @param base the image or stage it continues
     * @param instructions the others, one line each, without comments
     */
    record Stage(String name, String base, List<String> instructions) {

        /** The instruction of this kind, such as {@code ENTRYPOINT}, that is in effect at the end of the stage. */
        Optional<String> last(String kind) {
            return instructions.reversed().stream()
                    .filter(instruction -> instruction.startsWith(kind + " "))
                    .findFirst();
        }

        /** The stages and images whose files it copies or mounts. */
        List<String> sources() {
            return instructions.stream()
                    .flatMap(instruction -> REFERENCE.matcher(instruction).results())
                    .map(reference -> reference.group(1))
                    .toList();
        }
    }

    Stage image() {
        return stages.getLast();
    }

    Stage stage(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no stage " + name));
    }

    static Dockerfile read(String file) {
        Map<String, String> arguments = new HashMap<>();
        List<Stage> stages = new ArrayList<>();
        for (String line : instructions(Repository.read(file))) {
            Matcher from = FROM.matcher(line);
            Matcher argument = ARGUMENT.matcher(line);
            if (from.matches()) {
                String base = resolve(from.group(1), arguments);
                stages.add(new Stage(Optional.ofNullable(from.group(2)).orElse(base), base, new ArrayList<>()));
            } else if (!stages.isEmpty()) {
                stages.getLast().instructions().add(line);
            } else if (argument.matches()) {
                arguments.put(argument.group(1), argument.group(2));
            }
        }
        return new Dockerfile(List.copyOf(stages));
    }

    private static List<String> instructions(String text) {
        return text.replace("\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static String resolve(String text, Map<String, String> arguments) {
        String resolved = text;
        for (Map.Entry<String, String> argument : arguments.entrySet()) {
            resolved = resolved.replace("${" + argument.getKey() + "}", argument.getValue());
        }
        return resolved;
    }
}
