package ft.transcendence.federation.differential;

import ft.transcendence.federation.differential.Fault.Effect;
import ft.transcendence.federation.subgraphs.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Compares the engine's response under a fault with its response without one. */
final class FaultyResponse {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern INTERNALS =
            Pattern.compile("java\\.|jdk\\.|ft\\.transcendence|NullPointer|\\.test\\b|" + Pattern.quote(Fault.SECRET));

    private final Fault fault;
    private final ResponseChecker checker;
    private final List<List<?>> errorPaths = new ArrayList<>();

    FaultyResponse(Fault fault, ResponseChecker checker) {
        this.fault = fault;
        this.checker = checker;
    }

    /** The problem; empty if there is none. */
    String problem(byte[] body, Map<String, @Nullable Object> healthy) {
        Map<String, @Nullable Object> response;
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (INTERNALS.matcher(text).find()) {
                return "shows internals";
            }
            response = Json.fields(STRICT.readValue(text, Object.class));
        } catch (CharacterCodingException | JacksonException e) {
            return "no JSON: " + e.getMessage();
        }
        String problem = checker.problem(response.get("data"));
        if (!problem.isEmpty()) {
            return "not of the schema: " + problem;
        }
        if (response.get("errors") instanceof List<?> errors) {
            for (Object error : errors) {
                if (!isError(error)) {
                    return "no proper error: " + Json.text(error);
                }
                errorPaths.add(Json.fields(error).get("path") instanceof List<?> path ? path : List.of());
            }
        }
        return fault.effect() == Effect.ANYTHING_VALID
                ? ""
                : difference(healthy.get("data"), response.get("data"), new ArrayList<>());
    }

    private static boolean isError(@Nullable Object error) {
        return error instanceof Map<?, ?> members
                && members.get("message") instanceof String
                && members.get("extensions") instanceof Map<?, ?> extensions
                && extensions.get("code") instanceof String;
    }

    private String difference(@Nullable Object healthy, @Nullable Object faulty, List<Object> path) {
        if (faulty == null) {
            boolean isFine = healthy == null || fault.effect() == Effect.QUIET || isExplained(path);
            return isFine ? "" : "null without an error at " + path;
        }
        if (healthy instanceof Map<?, ?> fields && faulty instanceof Map<?, ?> others) {
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                path.add(field.getKey());
                String problem = difference(field.getValue(), others.get(field.getKey()), path);
                path.removeLast();
                if (!problem.isEmpty()) {
                    return problem;
                }
            }
            return "";
        }
        if (healthy instanceof List<?> items && faulty instanceof List<?> others && items.size() == others.size()) {
            for (int i = 0; i < items.size(); i++) {
                path.add(i);
                String problem = difference(items.get(i), others.get(i), path);
                path.removeLast();
                if (!problem.isEmpty()) {
                    return problem;
                }
            }
            return "";
        }
        return Objects.equals(healthy, faulty) || mayDiffer(healthy, faulty)
                ? ""
                : "another value at " + path + ": " + Json.text(faulty) + " instead of " + Json.text(healthy);
    }

    /** A text that shows its requirement shows a faulty one too. A mark may appear where the type allows any value. */
    private boolean mayDiffer(@Nullable Object healthy, Object faulty) {
        boolean showsRequirement = healthy instanceof String text && text.contains("<");
        // only a custom scalar is of the right type in a list as well
        boolean isInList = faulty.equals(Collections.singletonList(healthy));
        boolean isMarked = Json.text(faulty).matches("(?s).*(" + Fault.MARK + "|424242|99999|\\[\\]|\\{\\}|true).*");
        return fault.effect() != Effect.AS_HEALTHY && (showsRequirement || isInList || isMarked);
    }

    /** An error above or below the position, or at another field of its object that a requirement may have needed. */
    private boolean isExplained(List<Object> path) {
        List<Object> object = path.size() < 2 ? path : path.subList(0, path.size() - 1);
        return errorPaths.stream().anyMatch(error -> {
            int common = Math.min(error.size(), object.size());
            return error.subList(0, common).equals(object.subList(0, common));
        });
    }
}
