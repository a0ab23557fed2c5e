package ft.transcendence.composition.merge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.schema.InputValue;
import ft.transcendence.composition.schema.Literal;
import java.util.Optional;

/** Merges default values: subgraphs that have one must agree. A default that only some have is dropped, as the others would not know it. */
final class DefaultValueMerge {
    private final MergeState state;

    DefaultValueMerge(MergeState state) {
        this.state = state;
    }

    void merge(Sources<InputValue> sources, InputValue merged, ErrorCode mismatch) {
        Optional<Literal> found = Optional.empty();
        boolean isFirst = true;
        boolean isInconsistent = false;
        boolean isIncompatible = false;
        for (InputValue source : sources.elements()) {
            Optional<Literal> here = source.defaultValue();
            if (found.isEmpty()) {
                isInconsistent |= !isFirst && here.isPresent();
                found = here;
            } else if (here.isEmpty()) {
                isInconsistent = true;
            } else if (!found.get().isSameAs(here.get())) {
                isIncompatible = true;
            }
            isFirst = false;
        }
        if (!isInconsistent || isIncompatible) {
            merged.changeDefault(found.map(value -> new EnumLiterals(state.supergraph()).write(value, merged.type()))
                    .orElse(null));
        }
        if (isIncompatible) {
            state.findings().error(mismatch, message(sources, merged), Mismatch.places(sources));
        } else if (isInconsistent) {
            state.findings()
                    .hint(
                            HintCode.INCONSISTENT_DEFAULT_VALUE_PRESENCE,
                            message(sources, merged) + "; the supergraph has no default",
                            Mismatch.places(sources));
        }
    }

    private String message(Sources<InputValue> sources, InputValue merged) {
        return merged.coordinate() + " has several defaults: "
                + state.mismatch().distribution(sources, source -> source.defaultValue()
                        .map(value -> "default value " + value)
                        .orElse("no default"));
    }
}
