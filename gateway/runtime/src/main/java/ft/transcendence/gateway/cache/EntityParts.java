package ft.transcendence.gateway.cache;

import ft.transcendence.federation.RequestedEntities;
import ft.transcendence.federation.RequestedEntities.Group;
import ft.transcendence.federation.SubgraphRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A request for entities, which are kept one by one: each representation is a part. */
final class EntityParts implements Parts {
    private static final String TAGS = "apolloEntityCacheTags";
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final SubgraphRequest request;
    private final byte[] body;
    private final List<Group> groups;
    private final int count;
    private final KeyDigest selection;

    /** @param digest of everything that responses depend on beside the body, except for the caller's token */
    EntityParts(SubgraphRequest request, RequestedEntities entities, KeyDigest digest) {
        this.request = request;
        this.body = request.body().array();
        this.groups = entities.groups();
        this.count = groups.stream().mapToInt(group -> group.starts().length).sum();
        this.selection = addSelection(digest);
    }

    /** What is left of the body without representations and the operation's name: the selected fields, and the variables. */
    private KeyDigest addSelection(KeyDigest digest) {
        int end = request.body().arrayOffset() + request.body().limit();
        int from = request.afterName();
        for (Group group : groups) {
            digest.add(body, from, group.starts()[0]);
            from = lastEnd(group);
        }
        return digest.add(body, from, end);
    }

    private static int lastEnd(Group group) {
        return group.ends()[group.ends().length - 1];
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public CacheKey sharedKey(int part) {
        return digest(part).key();
    }

    @Override
    public CacheKey privateKey(int part, String token) {
        return digest(part).add(token).key();
    }

    private KeyDigest digest(int part) {
        int index = part;
        for (Group group : groups) {
            if (index < group.starts().length) {
                // the same document can select different fields in each of its groups
                return selection.fork().add(group.responseKey()).add(body, group.starts()[index], group.ends()[index]);
            }
            index -= group.starts().length;
        }
        throw new IndexOutOfBoundsException(part);
    }

    @Override
    public SubgraphRequest request(BitSet parts) {
        if (parts.cardinality() == count) {
            return request;
        }
        int from = request.body().arrayOffset() + request.body().position();
        int end = from + request.body().remaining();
        ByteArrayOutputStream shorter = new ByteArrayOutputStream(end - from);
        int part = 0;
        for (Group group : groups) {
            shorter.write(body, from, group.starts()[0] - from);
            boolean isFirst = true;
            for (int i = 0; i < group.starts().length; i++, part++) {
                if (parts.get(part)) {
                    if (!isFirst) {
                        shorter.write(',');
                    }
                    isFirst = false;
                    shorter.write(body, group.starts()[i], group.ends()[i] - group.starts()[i]);
                }
            }
            from = lastEnd(group);
        }
        shorter.write(body, from, end - from);
        return request.withBody(ByteBuffer.wrap(shorter.toByteArray()));
    }

    @Override
    public @Nullable List<Value> values(BitSet parts, Envelope response, TagFormats formats) {
        byte @Nullable [][] entities = entities(parts, response);
        if (entities == null) {
            return null;
        }
        List<?> given = response.extensions().get(TAGS) instanceof List<?> list ? list : List.of();
        List<Value> values = new ArrayList<>(entities.length);
        int part = 0;
        int index = 0;
        for (Group group : groups) {
            for (int i = 0; i < group.starts().length; i++, part++) {
                if (parts.get(part)) {
                    List<String> tags = tagsOf(group, i, given, index, formats);
                    values.add(new Value(entities[index++], tags));
                }
            }
        }
        return values;
    }

    private @Nullable List<String> tagsOf(
            Group group, int representation, List<?> given, int index, TagFormats formats) {
        boolean areForThisGroup = given.isEmpty() || groups.size() == 1;
        Object json = Json.value(body, group.starts()[representation], group.ends()[representation]);
        if (!areForThisGroup || !(json instanceof Map<?, ?> values)) {
            return null;
        }
        String type = String.valueOf(values.get("__typename"));
        List<String> own = new ArrayList<>(CacheTags.ofRepresentation(values, type, group.keyFields()));
        own.add(CacheTags.ofSubgraph(request.subgraph()));
        return CacheTags.of(
                own,
                formats.ofEntity(request.subgraph(), type, values),
                CacheTags.given(index < given.size() ? given.get(index) : null));
    }

    /** The entities of these parts; null if the response has others. */
    private byte @Nullable [][] entities(BitSet parts, Envelope response) {
        if (response.data() < 0) {
            return null;
        }
        byte[][] entities = new byte[parts.cardinality()][];
        try (JsonParser parser = Json.parser(response.body(), response.data())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                int group = groupOf(parser.currentName());
                JsonToken value = parser.nextToken();
                if (group < 0) {
                    parser.skipChildren();
                } else if (value != JsonToken.START_ARRAY || !readGroup(parser, group, response, parts, entities)) {
                    return null;
                }
            }
        } catch (JacksonException malformed) {
            return null;
        }
        return Arrays.stream(entities).anyMatch(Objects::isNull) ? null : entities;
    }

    /** Returns whether the list has as many entities as were asked for. */
    private boolean readGroup(JsonParser parser, int group, Envelope response, BitSet parts, byte[][] entities) {
        int first = firstPart(group);
        int index = parts.get(0, first).cardinality();
        int end = index
                + parts.get(first, first + groups.get(group).starts().length).cardinality();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (index == end) {
                return false;
            }
            int from = response.data() + Json.start(parser);
            entities[index++] = Arrays.copyOfRange(response.body(), from, response.data() + Json.skip(parser));
        }
        return index == end;
    }

    private int groupOf(String responseKey) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).responseKey().equals(responseKey)) {
                return i;
            }
        }
        return -1;
    }

    private int firstPart(int group) {
        return groups.stream()
                .limit(group)
                .mapToInt(earlier -> earlier.starts().length)
                .sum();
    }

    @Override
    public byte[] body(List<byte[]> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(sizeOf(values));
        writeData(values, out);
        out.write('}');
        return out.toByteArray();
    }

    private static int sizeOf(List<? extends byte @Nullable []> values) {
        int size = 128;
        for (byte[] value : values) {
            size += 5 + (value == null ? 0 : value.length);
        }
        return size;
    }

    private void writeData(List<? extends byte @Nullable []> values, ByteArrayOutputStream out) {
        Json.write("{\"data\":", out);
        int part = 0;
        for (int group = 0; group < groups.size(); group++) {
            out.write(group == 0 ? '{' : ',');
            Json.write('"' + groups.get(group).responseKey() + "\":[", out);
            for (int i = 0; i < groups.get(group).starts().length; i++, part++) {
                if (i > 0) {
                    out.write(',');
                }
                byte[] value = values.get(part);
                out.writeBytes(value == null ? NULL : value);
            }
            out.write(']');
        }
        out.write('}');
    }

    @Override
    public byte @Nullable [] body(List<byte @Nullable []> values, BitSet parts, Envelope response) {
        byte @Nullable [][] entities =
                response.data() < 0 ? new byte[parts.cardinality()][] : entities(parts, response);
        if (entities == null || response.errors().isEmpty()) {
            return null;
        }
        List<byte @Nullable []> all = new ArrayList<>(values);
        int index = 0;
        for (int part = parts.nextSetBit(0); part >= 0; part = parts.nextSetBit(part + 1)) {
            all.set(part, entities[index++]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(sizeOf(all));
        writeData(all, out);
        Json.write(",\"errors\":", out);
        List<@Nullable Object> errors = new ArrayList<>();
        response.errors().forEach(error -> errors.add(relocated(error, parts)));
        out.writeBytes(Json.bytes(errors));
        out.write('}');
        return out.toByteArray();
    }

    /** The error with its path in the response to the whole request. */
    private @Nullable Object relocated(@Nullable Object error, BitSet parts) {
        if (!(error instanceof Map<?, ?> members)
                || !(members.get("path") instanceof List<?> path)
                || path.size() < 2
                || !(path.get(0) instanceof String key)
                || !(path.get(1) instanceof Integer number)) {
            return error;
        }
        int group = groupOf(key);
        int part = group < 0 || number < 0 ? -1 : partAt(group, number, parts);
        if (part < 0) {
            return error;
        }
        List<@Nullable Object> moved = new ArrayList<>(path);
        moved.set(1, part - firstPart(group));
        Map<String, @Nullable Object> relocated = new LinkedHashMap<>();
        members.forEach((name, value) -> relocated.put(String.valueOf(name), value));
        relocated.put("path", moved);
        return relocated;
    }

    /** The part that is at this position of the list when only some are asked for; -1 if there is none. */
    private int partAt(int group, int position, BitSet parts) {
        int part = parts.nextSetBit(firstPart(group));
        for (int i = 0; i < position && part >= 0; i++) {
            part = parts.nextSetBit(part + 1);
        }
        return part < firstPart(group) + groups.get(group).starts().length ? part : -1;
    }
}
