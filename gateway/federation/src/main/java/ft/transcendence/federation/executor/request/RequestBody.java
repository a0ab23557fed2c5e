package ft.transcendence.federation.executor.request;

import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.plan.selection.VariableUse;
import ft.transcendence.federation.variables.VariableValues;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A template of request bodies: the constant text, where the operation's name goes, and the names of the client's variables that are inserted.
 *
 * <p>A plan serves operations of all names. So a document has its name inserted when it is sent: the client's, followed by the subgraph and the
 * number of the fetch, such as {@code Profile__users__0}. The operations of anonymous clients stay anonymous. The name comes first, so that
 * {@link ft.transcendence.federation.SubgraphRequest#afterName} is found without a look at the document.
 */
public final class RequestBody {

    /** A longer name would be repeated in many requests; the subgraphs' documents stay anonymous then. */
    static final int LONGEST_NAME = 100;

    private static final Pattern NO_NAME_CHARACTER = Pattern.compile("[^_0-9A-Za-z]");
    private static final String OPENING = "{\"query\":\"";
    private static final String NAMED_OPENING = "{\"operationName\":\"";

    /** The beginning of a body whose operation is anonymous. */
    private final byte[] query;
    /** Where the operation's keyword ends in it; equal to the length of {@link #OPENING} if there is none. */
    private final int keywordEnd;

    private final byte[] suffix;
    private final List<Variable> variables;
    private final byte[] constant;

    private record Variable(String name, byte[] member) {}

    /**
     * @param query an anonymous document
     * @param subgraph the name of the subgraph that gets it
     * @param fetch the number of the fetch in its plan
     * @param variables the client's variables that the document uses
     */
    public RequestBody(String query, String subgraph, int fetch, List<VariableUse> variables) {
        JsonWriter text = new JsonWriter(query.length() + 64);
        text.writeAscii("{\"query\":");
        text.writeString(query);
        this.query = text.toByteArray();
        this.keywordEnd = OPENING.length() + keyword(query);
        this.suffix = ascii("__" + NO_NAME_CHARACTER.matcher(subgraph).replaceAll("_") + "__" + fetch);
        this.variables = variables.stream()
                .map(variable -> new Variable(variable.name(), member(variable.name())))
                .toList();
        text.write('}');
        this.constant = text.toByteArray();
    }

    private static int keyword(String document) {
        int length = 0;
        while (Character.isLetter(document.charAt(length))) {
            length++;
        }
        return length;
    }

    /** The estimated size in bytes. */
    public long bytes() {
        return query.length + constant.length + suffix.length + variables.size() * 120L;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] member(String name) {
        JsonWriter text = new JsonWriter(name.length() + 3);
        text.writeString(name);
        text.write(':');
        return text.toByteArray();
    }

    /**
     * Writes the beginning of a body, up to the members of {@code variables}.
     *
     * @param name of the client's operation; null if it is anonymous
     */
    public void open(JsonWriter out, @Nullable String name) {
        writeDocument(out, name);
        out.writeAscii(",\"variables\":{");
    }

    private void writeDocument(JsonWriter out, @Nullable String name) {
        if (name == null || name.length() > LONGEST_NAME) {
            out.write(query);
            return;
        }
        out.writeAscii(NAMED_OPENING);
        writeName(out, name);
        out.writeAscii("\",\"query\":\"");
        if (keywordEnd == OPENING.length()) {
            out.writeAscii("query");
        } else {
            out.write(query, OPENING.length(), keywordEnd - OPENING.length());
        }
        out.write(' ');
        writeName(out, name);
        out.write(query, keywordEnd, query.length - keywordEnd);
    }

    private void writeName(JsonWriter out, String name) {
        out.writeAscii(name);
        out.write(suffix);
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

    /**
     * A body without representations.
     *
     * @param name of the client's operation; null if it is anonymous
     */
    public ByteBuffer of(VariableValues values, @Nullable String name) {
        if (variables.isEmpty() && name == null) {
            return ByteBuffer.wrap(constant);
        }
        JsonWriter out = new JsonWriter(query.length + 256);
        if (variables.isEmpty()) {
            writeDocument(out, name);
            out.write('}');
        } else {
            open(out, name);
            close(out, values, false);
        }
        return ByteBuffer.wrap(out.array(), 0, out.size());
    }
}
