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
 * The selections of one document. Equal ones are found by numbering: what is selected of a type is compared by its text with the
 * numbers of what lies below, so that each selection set is looked at once, however often it occurs. Those that occur several times
 * become named fragments, {@code f0}, {@code f1} and so on in the order in which they are first spread, wherever that makes the document
 * shorter. Fragments have a namespace of their own in which nothing of the client occurs, so the names collide with none.
 */
final class SharedSelections {
    /** What it takes to spread a fragment in place of its selections: {@code {...f12}}. */
    private static final int SPREAD = 8;
    /** What it takes to define one, without its type and its selections: {@code fragment f12 on }. */
    private static final int DEFINITION = 16;

    private final Map<List<Selection>, Map<String, Body>> known = new IdentityHashMap<>();
    private final Map<String, Body> bodies = new HashMap<>();
    private final List<Body> inOrder = new ArrayList<>();

    /** What is selected of objects of a type. */
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
     * @param head the field with alias and arguments; empty for a fragment
     * @param below null for a leaf
     * @param tail closes fragments that the head opens
     */
    private record Part(String head, @Nullable Body below, String tail) {}

    /** Takes note of selections. What occurs often is known after the last of them. */
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
     * Decides which selections become named fragments: those below others first, so that it is known how long what contains them is.
     *
     * @return how long all of them together are, about
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

    /** Writes selections with their braces. */
    void write(Body body, StringBuilder text, List<Body> spread) {
        if (body.shared) {
            text.append('{');
            spread(body, text, spread);
            text.append('}');
        } else {
            writeParts(body, text, spread);
        }
    }

    /** Writes the definitions of all fragments that are spread so far and in definitions. */
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
