package ft.transcendence.federation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation does, after {@code @skip} and {@code @include}.
 *
 * @param name as the document gives it; null for an anonymous operation
 * @param fields the selected fields by their coordinates in the consumer schema, such as {@code Query.me}, in the order of the document. A field
 *     of an interface stands for that of each of its object types; {@code __typename} is left out
 * @param policies all names in the {@code @policy} directives that apply to these fields
 */
public record OperationSummary(OperationKind kind, @Nullable String name, Set<String> fields, Set<String> policies) {}
