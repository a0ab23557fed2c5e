package ft.transcendence.federation.executor.request;

import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.plan.selection.VariableUse;
import ft.transcendence.federation.variables.VariableValues;
import java.nio.ByteBuffer;
import java.util.List;

/** A template of request bodies: the constant text, and the names of the client's variables that are inserted. */
public final class RequestBody {

    private final byte[] query;
    private final List<Variable> variables;
    private final byte[] constant;

    private record Variable(String name, byte[] member) {}

    public RequestBody(String query, List<VariableUse> variables) {
        JsonWriter text = new JsonWriter(query.length() + 64);
        text.writeAscii("{\"query\":");
        text.writeString(query);
        this.query = text.toByteArray();
        this.variables = variables.stream()
                .map(variable -> new Variable(variable.name(), member(variable.name())))
                .toList();
        text.write('}');
        this.constant = text.toByteArray();
    }

    /** The estimated size in bytes. */
    public long bytes() {
        return query.length + constant.length + variables.size() * 120L;
    }

    private static byte[] member(String name) {
        JsonWriter text = new JsonWriter(name.length() + 3);
        text.writeString(name);
        text.write(':');
        return text.toByteArray();
    }

    /** Writes the beginning of a body, up to the members of {@code variables}. */
    public void open(JsonWriter out) {
        out.write(query);
        out.writeAscii(",\"variables\":{");
    }

    /** Writes the client's variables that the request uses, except those that the client did not give, and the end of the body. */
    public void close(JsonWriter out, VariableValues values, boolean afterOtherMembers) {
        boolean comma = afterOtherMembers;
        for (Variable variable : variables) {
            byte[] value = values.get(variable.name);
            if (value != null) {
                if (comma) {
                    out.write(',');
                }
                comma = true;
                out.write(variable.member);
                out.write(value);
            }
        }
        out.writeAscii("}}");
    }

    /** A body without representations. */
    public ByteBuffer of(VariableValues values) {
        if (variables.isEmpty()) {
            return ByteBuffer.wrap(constant);
        }
        JsonWriter out = new JsonWriter(query.length + 256);
        open(out);
        close(out, values, false);
        return ByteBuffer.wrap(out.array(), 0, out.size());
    }
}
