package ft.transcendence.federation.differential;

import ft.transcendence.federation.SubgraphResponse;
import ft.transcendence.federation.subgraphs.Json;
import java.math.BigInteger;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A fault of one subgraph request. */
enum Fault {
    NONE(Effect.AS_HEALTHY),
    REFUSED_CONNECTION(Effect.REPORTED),
    BROKEN_TRANSPORT(Effect.REPORTED),
    TIMEOUT(Effect.REPORTED),
    NO_RESPONSE(Effect.REPORTED),
    HTTP_500(Effect.REPORTED),
    HTTP_500_WITH_DATA(Effect.REPORTED),
    HTTP_503_WITH_ERRORS(Effect.REPORTED),
    HALF_A_BODY(Effect.REPORTED),
    NO_JSON(Effect.REPORTED),
    INVALID_UTF_8(Effect.REPORTED),
    DEEP_NESTING(Effect.REPORTED),
    OTHER_NUMBER_OF_ENTITIES(Effect.REPORTED),
    OTHER_NUMBER_OF_ITEMS(Effect.ANYTHING_VALID),
    WRONG_SHAPE(Effect.REPORTED),
    HUGE_NUMBER(Effect.REPORTED),
    UNKNOWN_TYPENAME(Effect.REPORTED),
    ERRORS_WITHOUT_DATA(Effect.REPORTED),
    NULL_DATA(Effect.REPORTED),
    ERRORS_BESIDE_DATA(Effect.REPORTED),
    QUIET_NULL(Effect.QUIET),
    MISSING_MEMBER(Effect.QUIET),
    MORE_MEMBERS(Effect.AS_HEALTHY),
    OTHER_ORDER_OF_MEMBERS(Effect.AS_HEALTHY),
    SPACES(Effect.AS_HEALTHY),
    ESCAPES(Effect.AS_HEALTHY),
    REPEATED_MEMBERS(Effect.AS_HEALTHY),
    OTHER_BYTE(Effect.ANYTHING_VALID);

    /** The effect that the client may notice. */
    enum Effect {
        /** Nothing. */
        AS_HEALTHY,
        /** Values become null, each with an error. */
        REPORTED,
        /** Values become null, not always with an error, since the subgraph may have meant null. */
        QUIET,
        /** Different values of the right types. */
        ANYTHING_VALID
    }

    /** Replaces a value, so that it is recognized wherever it appears. */
    static final String MARK = "replaced424242";

    /** Part of failure messages that clients must never see. */
    static final String SECRET = "10.9.8.7";

    private final Effect effect;

    Fault(Effect effect) {
        this.effect = effect;
    }

    Effect effect() {
        return effect;
    }

    CompletableFuture<SubgraphResponse> apply(Supplier<CompletableFuture<SubgraphResponse>> call, Dice dice) {
        return switch (this) {
            case REFUSED_CONNECTION -> CompletableFuture.failedFuture(new ConnectException(SECRET + " refused"));
            case BROKEN_TRANSPORT -> throw new IllegalStateException("no connection to " + SECRET);
            case TIMEOUT -> CompletableFuture.failedFuture(new TimeoutException(SECRET + " is slow"));
            case NO_RESPONSE -> new CompletableFuture<>();
            case HTTP_500 -> respond(500, "<h1>java.lang.NullPointerException at " + SECRET + "</h1>");
            case HTTP_503_WITH_ERRORS -> respond(503, "{\"errors\":[{\"message\":\"down\"}]}");
            case NO_JSON ->
                respond(200, dice.oneOf("", " ", "<html>", "null", "42", "[]", "{}", "{\"data\":", "\u0000"));
            case ERRORS_WITHOUT_DATA ->
                respond(
                        200,
                        dice.oneOf(
                                "{\"errors\":[{\"message\":\"sorry\"}]}",
                                "{\"errors\":[{}]}",
                                "{\"errors\":[null]}",
                                "{\"errors\":[7,\"x\"],\"data\":null}",
                                "{\"data\":null,\"errors\":[{\"message\":{},\"path\":7,\"extensions\":[]}]}"));
            case NULL_DATA ->
                respond(200, dice.oneOf("{\"data\":null}", "{\"data\":null,\"errors\":[]}", "{\"data\":[]}"));
            default -> call.get().thenApply(response -> changed(response, dice));
        };
    }

    private static CompletableFuture<SubgraphResponse> respond(int status, String body) {
        return CompletableFuture.completedFuture(new SubgraphResponse(status, body.getBytes(StandardCharsets.UTF_8)));
    }

    private SubgraphResponse changed(SubgraphResponse response, Dice dice) {
        Map<String, @Nullable Object> decoded = Json.fields(Json.read(response.body()));
        List<JsonPosition> positions = JsonPosition.below(decoded.get("data"));
        if (positions.isEmpty()) {
            return this == NONE ? response : new SubgraphResponse(500, new byte[0]);
        }
        int status = this == HTTP_500_WITH_DATA ? 500 : 200;
        return new SubgraphResponse(status, body(response.body(), decoded, dice.oneOf(positions), positions, dice));
    }

    private byte[] body(
            byte[] healthy,
            Map<String, @Nullable Object> decoded,
            JsonPosition position,
            List<JsonPosition> positions,
            Dice dice) {
        return switch (this) {
            case HALF_A_BODY -> Arrays.copyOf(healthy, dice.between(0, healthy.length - 1));
            case OTHER_BYTE -> {
                healthy[dice.between(0, healthy.length - 1)] = dice.percent(60)
                        ? (byte) dice.oneOf('"', '{', '}', '[', ']', ',', ':', '0', '-', 'n', 't', '\\', 'e', '.')
                                .charValue()
                        : (byte) dice.between(Byte.MIN_VALUE, Byte.MAX_VALUE);
                yield healthy;
            }
            case INVALID_UTF_8 -> {
                position.set(MARK);
                byte[] marked = Json.bytes(decoded);
                int at = new String(marked, StandardCharsets.ISO_8859_1).indexOf(MARK);
                marked[at + 1] = (byte) dice.between(Byte.MIN_VALUE, -1);
                yield marked;
            }
            case DEEP_NESTING -> {
                position.set(MARK);
                yield utf8(Json.text(decoded).replace('"' + MARK + '"', nested(dice.oneOf(300, 20_000), dice)));
            }
            case SPACES -> utf8(Json.prettyText(decoded));
            case ESCAPES -> utf8(escaped(Json.text(decoded)));
            case REPEATED_MEMBERS -> {
                String data = "\"data\":" + Json.text(decoded.get("data"));
                yield utf8("{" + data + "," + data + "}");
            }
            default -> {
                change(decoded, position, positions, dice);
                yield Json.bytes(decoded);
            }
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String nested(int depth, Dice dice) {
        return dice.percent(50)
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    private void change(
            Map<String, @Nullable Object> decoded, JsonPosition position, List<JsonPosition> positions, Dice dice) {
        switch (this) {
            case OTHER_NUMBER_OF_ENTITIES ->
                positions.stream()
                        .filter(one -> one.isMember("_entities") && one.get() instanceof List<?>)
                        .forEach(one -> changeLength(one, dice));
            case OTHER_NUMBER_OF_ITEMS ->
                positions.stream()
                        .filter(one -> one.get() instanceof List<?> list && !list.isEmpty() && dice.percent(40))
                        .forEach(one -> changeLength(one, dice));
            case WRONG_SHAPE -> position.set(wrongShape(position.get(), dice));
            case HUGE_NUMBER -> position.set(new BigInteger("9".repeat(dice.oneOf(12, 30, 900))));
            case UNKNOWN_TYPENAME ->
                positions.stream()
                        .filter(one -> one.isMember("__typename") && dice.percent(60))
                        .forEach(one -> one.set(dice.percent(20) ? null : dice.oneOf(MARK, "", 7)));
            case ERRORS_BESIDE_DATA -> decoded.put("errors", strangeErrors(dice));
            case QUIET_NULL -> position.set(null);
            case MISSING_MEMBER -> position.removeMember();
            case MORE_MEMBERS -> eachObject(positions, Fault::withMoreMembers);
            case OTHER_ORDER_OF_MEMBERS -> eachObject(positions.reversed(), Fault::reversed);
            default -> {}
        }
    }

    private static void eachObject(List<JsonPosition> positions, UnaryOperator<Map<String, @Nullable Object>> change) {
        positions.stream()
                .filter(position -> position.get() instanceof Map<?, ?>)
                .forEach(position -> position.set(change.apply(Json.fields(position.get()))));
    }

    private static Map<String, @Nullable Object> withMoreMembers(Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        more.put("unasked", Map.of("a", List.of(1, Map.of())));
        more.putAll(object);
        more.put("", "also unasked");
        return more;
    }

    private static Map<String, @Nullable Object> reversed(Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> reversed = new LinkedHashMap<>();
        List.copyOf(object.keySet()).reversed().forEach(name -> reversed.put(name, object.get(name)));
        return reversed;
    }

    private static void changeLength(JsonPosition position, Dice dice) {
        List<@Nullable Object> list = new ArrayList<>(Json.items(position.get()));
        if (dice.percent(50)) {
            list.removeLast();
        } else {
            list.add(list.getFirst());
        }
        position.set(list);
    }

    private static @Nullable Object wrongShape(@Nullable Object value, Dice dice) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> object -> dice.oneOf(MARK, List.of(object), 424242, true, List.of());
            case List<?> list -> dice.oneOf(MARK, Map.of("a", MARK), 424242, list.isEmpty() ? true : Map.of("0", MARK));
            default -> dice.oneOf(List.of(MARK), Map.of(MARK, 1), List.of(List.of()), Map.of());
        };
    }

    private static List<@Nullable Object> strangeErrors(Dice dice) {
        List<@Nullable Object> errors = new ArrayList<>();
        for (int i = 0; i < dice.between(1, 3); i++) {
            Map<String, @Nullable Object> error = new LinkedHashMap<>();
            error.put("message", dice.oneOf("sorry", 7, List.of()));
            error.put(
                    "path",
                    dice.oneOf(
                            List.of("nowhere", 1),
                            List.of(0, 1, "x"),
                            List.of("_entities", 0),
                            List.of("_entities", 99, "x"),
                            List.of("_entities", -1, "x"),
                            List.of("_entities", "x", 0.5),
                            List.of(Map.of()),
                            "path",
                            List.of()));
            error.put("extensions", dice.oneOf(Map.of("code", "X"), Map.of("code", 7), List.of(), "x"));
            errors.add(dice.percent(20) ? null : error);
        }
        return errors;
    }

    /** The JSON text with the first character of every string escaped. */
    private static String escaped(String json) {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < json.length(); i++) {
            char next = json.charAt(i);
            text.append(next);
            if (next == '\\') {
                text.append(json.charAt(++i));
            } else if (next == '"') {
                inside = !inside;
                if (inside && json.charAt(i + 1) != '"' && json.charAt(i + 1) != '\\') {
                    text.append("\\u%04x".formatted((int) json.charAt(++i)));
                }
            }
        }
        return text.toString();
    }
}
