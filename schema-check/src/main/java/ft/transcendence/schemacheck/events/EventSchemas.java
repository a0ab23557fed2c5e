package ft.transcendence.schemacheck.events;

import ft.transcendence.schemacheck.files.SourceTree;
import ft.transcendence.schemacheck.finding.Finding;
import ft.transcendence.schemacheck.finding.Level;
import ft.transcendence.schemacheck.finding.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schemas of all events: each must be valid, and compatible with the released one. */
public record EventSchemas(List<EventSchema> events, List<Finding> problems) {
    private static final String ENDING = ".schema.json";
    private static final Pattern FILE_NAME = Pattern.compile("[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*\\.schema\\.json");

    public EventSchemas {
        events = List.copyOf(events);
        problems = List.copyOf(problems);
    }

    /**
     * Reads all schemas.
     *
     * @param folders with the schemas; missing ones have none
     */
    public static EventSchemas read(SourceTree tree, List<String> folders) {
        List<EventSchema> events = new ArrayList<>();
        List<Finding> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String path : folders.stream()
                .flatMap(folder -> tree.list(folder, ENDING).stream())
                .toList()) {
            String shown = tree.shown(path);
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (!FILE_NAME.matcher(name).matches()) {
                problems.add(problem(
                        Location.of(shown), "the file name must have the form <what-happened>.v<version>.schema.json"));
            }
            if (!names.add(name)) {
                problems.add(problem(Location.of(shown), "another producer has an event of this name"));
            }
            String text = tree.read(path);
            try {
                JsonNode schema = JsonMapper.shared().readTree(text);
                events.add(new EventSchema(shown, name, text, schema));
                SchemaValidity.problems(schema).forEach(message -> problems.add(problem(Location.of(shown), message)));
            } catch (JacksonException invalid) {
                problems.add(problem(place(shown, invalid), "not valid JSON: " + invalid.getOriginalMessage()));
            }
        }
        return new EventSchemas(events, problems);
    }

    private static Finding problem(Location place, String message) {
        return Finding.of(Level.ERROR, place, message);
    }

    private static Location place(String file, JacksonException invalid) {
        TokenStreamLocation location = invalid.getLocation();
        return location == null || location.getLineNr() < 1
                ? Location.of(file)
                : new Location(file, location.getLineNr(), location.getColumnNr());
    }

    /** What consumers of the released events would notice. */
    public List<Finding> changesSince(List<EventSchema> released) {
        Map<String, EventSchema> byName = new HashMap<>();
        events.forEach(event -> byName.putIfAbsent(event.name(), event));
        List<Finding> changes = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (EventSchema old : released) {
            known.add(old.name());
            EventSchema next = byName.get(old.name());
            if (next == null) {
                changes.add(new Finding(Level.BREAKING, old.name(), "event was removed, but consumers expect it"));
                continue;
            }
            JsonSchemaChanges.between(old.schema(), next.schema()).stream()
                    .map(change -> new Finding(change.level(), next.file() + ": " + change.where(), change.message())
                            .at(Location.of(next.file())))
                    .forEach(changes::add);
        }
        events.stream()
                .filter(event -> !known.contains(event.name()))
                .map(event -> Finding.of(Level.SAFE, Location.of(event.file()), "event was added"))
                .forEach(changes::add);
        return changes;
    }
}
