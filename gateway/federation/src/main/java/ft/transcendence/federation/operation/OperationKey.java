package ft.transcendence.federation.operation;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.plan.selection.VariableUse;
import graphql.language.AstPrinter;
import graphql.language.Document;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Hashes an operation's normal form, so that operations that are only written differently share a plan. */
public final class OperationKey {
    private final StringBuilder text = new StringBuilder();
    private final Map<ObjectTypes, Integer> written = new HashMap<>();

    private OperationKey() {}

    static String of(
            OperationKind kind,
            List<NormalizedField> fields,
            List<VariableUse> variables,
            List<Directive> directives,
            Deferral deferral) {
        OperationKey key = new OperationKey();
        key.text.append(kind).append(variables).append(directives);
        if (!deferral.isEmpty()) {
            key.text.append(deferral);
        }
        key.append(fields);
        return hash(key.text.toString());
    }

    /** A hash that is equal for documents that differ in white space and comments only. */
    public static String ofText(Document document) {
        return hash(AstPrinter.printAstCompact(document));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Appends a set of types, or its number if it has been written before. */
    private void append(ObjectTypes objectTypes) {
        Integer number = written.putIfAbsent(objectTypes, written.size());
        if (number == null) {
            text.append(objectTypes);
        } else {
            text.append('#').append((int) number);
        }
    }

    private void append(List<NormalizedField> fields) {
        text.append('{');
        for (NormalizedField field : fields) {
            text.append(field.responseKey()).append(':').append(field.name());
            text.append(field.arguments());
            if (!field.occurrences().isEmpty()) {
                text.append(field.occurrences());
            }
            if (!field.forAllTypes()) {
                append(ObjectTypes.of(field.objectTypes()));
            }
            if (!field.positions().isEmpty()) {
                text.append(field.positions());
            }
            if (field.deferred() != DeferredField.NONE) {
                text.append(field.deferred());
            }
            append(field.fields());
        }
        text.append('}');
    }
}
