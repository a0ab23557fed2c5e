package ft.transcendence.federation.executor.request;

import ft.transcendence.federation.plan.selection.Argument;
import ft.transcendence.federation.plan.selection.Directive;
import ft.transcendence.federation.plan.selection.FieldSelection;
import ft.transcendence.federation.plan.selection.InlineFragment;
import ft.transcendence.federation.plan.selection.Occurrence;
import ft.transcendence.federation.plan.selection.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The selections of one document, of which repeated ones are shared. Equal selection sets get the same number. They are compared by a text that
 * contains the numbers of the selection sets below, so each one is processed once, however often it occurs. A selection set that occurs several
 * times becomes a named fragment ({@code f0}, {@code f1}, … in order of their first spread) if that makes the document shorter. The document
 * has no other fragments, so the names cannot collide.
 */
final class SharedSelections {
    /** The length of a spread: {@code {...f12}}. */
    private static final int SPREAD = 8;
    /** The length of a definition without its type and selections: {@code fragment f12 on }. */
    private static final int DEFINITION = 16;

    private final Map<List<Selection>, Map<String, Body>> known = new IdentityHashMap<>();
    private final Map<String, Body> bodies = new HashMap<>();
    private final List<Body> inOrder = new ArrayList<>();

    /** A selection set on a type. */
    static final class Body {
        private final int number;
        private final String type;
        private final List<Part> parts;
        private int uses;
        private boolean shared;
        private @Nullable String name;

        private Body(int number, String type, List<Part> parts) {
            this.number = number;
            this.type = type;
            this.parts = parts;
        }
    }

    /**
     * A field, or an inline fragment.
     *
     * @param head the field with its alias and arguments; empty for a fragment
     * @param below the selection set; null for a leaf
     * @param tail closes the fragments that the head opens
     */
    private record Part(String head, @Nullable Body below, String tail) {}

    /** Adds a root selection set. All must be added before {@link #share} is called. */
    Body add(String type, List<Selection> selections) {
        Body body = body(type, selections);
        body.uses++;
        return body;
    }

    private Body body(String type, List<Selection> selections) {
        Map<String, Body> ofTypes = known.computeIfAbsent(selections, ignored -> new HashMap<>());
        Body body = ofTypes.get(type);
        if (body == null) {
            body = find(type, selections);
            ofTypes.put(type, body);
        }
        return body;
    }

    private Body find(String type, List<Selection> selections) {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder(type);
        for (Selection selection : selections) {
            parts.addAll(parts(selection));
        }
        for (Part part : parts) {
            text.append(' ').append(part.head());
            if (part.below() != null) {
                text.append('{').append(part.below().number);
            }
        }
        Body same = bodies.get(text.toString());
        if (same != null) {
            return same;
        }
        Body body = new Body(inOrder.size(), type, parts);
        bodies.put(text.toString(), body);
        inOrder.add(body);
        parts.forEach(part -> {
            if (part.below() != null) {
                part.below().uses++;
            }
        });
        return body;
    }

    private List<Part> parts(Selection selection) {
        return switch (selection) {
            case InlineFragment fragment ->
                List.of(new Part("", body(fragment.typeCondition(), fragment.selections()), ""));
            case FieldSelection field -> {
                Body below = field.isLeaf() ? null : body(field.valueType(), field.selections());
                yield Occurrence.orPlain(field.occurrences()).stream()
                        .map(occurrence -> part(field, occurrence, below))
                        .toList();
            }
        };
    }

    private static Part part(FieldSelection field, Occurrence occurrence, @Nullable Body below) {
        String head = occurrence.opening() + head(field) + Directive.text(occurrence.field());
        return new Part(head, below, occurrence.closing());
    }

    private static String head(FieldSelection field) {
        String name =
                field.responseKey().equals(field.name()) ? field.name() : field.responseKey() + ":" + field.name();
        return field.arguments().isEmpty()
                ? name
                : name + field.arguments().stream().map(Argument::toString).collect(Collectors.joining(",", "(", ")"));
    }

    /**
     * Decides which selection sets become named fragments, from the innermost to the outermost, since the length of a selection set depends on those
     * inside it.
     *
     * @return the approximate length of all selections
     */
    long share(List<Body> roots) {
        long definitions = 0;
        long[] lengths = new long[inOrder.size()];
        for (Body body : inOrder) {
            long length = length(body, lengths);
            long saved = (body.uses - 1) * (length + 2) - (long) body.uses * SPREAD - DEFINITION - body.type.length();
            body.shared = body.uses > 1 && saved > 0;
            definitions += body.shared ? length + DEFINITION + body.type.length() : 0;
            lengths[body.number] = body.shared ? SPREAD : length + 2;
        }
        long total = definitions;
        for (Body root : roots) {
            total += lengths[root.number];
        }
        return total;
    }

    private static long length(Body body, long[] lengths) {
        long length = 0;
        for (Part part : body.parts) {
            Body below = part.below();
            length += 1 + part.head().length() + part.tail().length();
            if (below != null) {
                boolean typed = part.head().isEmpty() && !below.shared;
                length += lengths[below.number] + (typed ? "...on ".length() + below.type.length() : 0);
            }
        }
        return length;
    }

    /** Writes a selection set with its braces. */
    void write(Body body, StringBuilder text, List<Body> spread) {
        if (body.shared) {
            text.append('{');
            spread(body, text, spread);
            text.append('}');
        } else {
            writeParts(body, text, spread);
        }
    }

    /** Writes the definitions of all fragments that have been spread, including those spread in definitions. */
    void writeDefinitions(StringBuilder text, List<Body> spread) {
        for (int i = 0; i < spread.size(); i++) {
            Body body = spread.get(i);
            text.append(" fragment ").append(body.name).append(" on ").append(body.type);
            writeParts(body, text, spread);
        }
    }

    private void writeParts(Body body, StringBuilder text, List<Body> spread) {
        char separator = '{';
        for (Part part : body.parts) {
            text.append(separator).append(part.head());
            separator = ' ';
            if (part.below() == null) {
                text.append(part.tail());
                continue;
            }
            Body below = Objects.requireNonNull(part.below());
            if (!part.head().isEmpty()) {
                write(below, text, spread);
                text.append(part.tail());
            } else if (below.shared) {
                spread(below, text, spread);
            } else {
                text.append("...on ").append(below.type);
                writeParts(below, text, spread);
            }
        }
        text.append('}');
    }

    private static void spread(Body body, StringBuilder text, List<Body> spread) {
        if (body.name == null) {
            body.name = "f" + spread.size();
            spread.add(body);
        }
        text.append("...").append(body.name);
    }
}
