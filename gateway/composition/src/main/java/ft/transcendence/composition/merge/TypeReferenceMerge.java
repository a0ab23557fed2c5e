package ft.transcendence.composition.merge;

import ft.transcendence.composition.ErrorCode;
import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.Place;
import ft.transcendence.composition.schema.Subtyping;
import ft.transcendence.composition.schema.Typed;
import ft.transcendence.federation.supergraph.TypeKind;
import java.util.List;

/**
 * Merges the types that a field, an argument or an input field has in the subgraphs. An output gets the most general type, as clients must expect all
 * of them; an input gets the strictest, which all subgraphs accept.
 */
final class TypeReferenceMerge {
    private final MergeState state;
    private final Subtyping subtyping;
    private final EnumUsages enumUsages;

    /** What is merged: it decides the direction, the error and the hint. */
    enum Kind {
        FIELD(
                EnumUsages.Position.OUTPUT,
                ErrorCode.FIELD_TYPE_MISMATCH,
                HintCode.INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE),
        INPUT_FIELD(
                EnumUsages.Position.INPUT,
                ErrorCode.FIELD_TYPE_MISMATCH,
                HintCode.INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE),
        ARGUMENT(
                EnumUsages.Position.INPUT,
                ErrorCode.FIELD_ARGUMENT_TYPE_MISMATCH,
                HintCode.INCONSISTENT_BUT_COMPATIBLE_ARGUMENT_TYPE);

        private final EnumUsages.Position position;
        private final ErrorCode mismatch;
        private final HintCode inconsistency;

        Kind(EnumUsages.Position position, ErrorCode mismatch, HintCode inconsistency) {
            this.position = position;
            this.mismatch = mismatch;
            this.inconsistency = inconsistency;
        }
    }

    TypeReferenceMerge(MergeState state, Subtyping subtyping, EnumUsages enumUsages) {
        this.state = state;
        this.subtyping = subtyping;
        this.enumUsages = enumUsages;
    }

    /** Sets the merged type and tells whether all subgraphs agree on it. */
    boolean merge(Sources<? extends Typed> sources, Typed merged, Kind kind) {
        Subtyping.Located type = null;
        boolean hasSubtypes = false;
        boolean isIncompatible = false;
        for (Sources.Source<? extends Typed> source : sources.present()) {
            Subtyping.Located other = new Subtyping.Located(source.element().type(), state.schema(source.subgraph()));
            if (type == null) {
                type = other;
            } else if (type.type().equals(other.type())) {
                continue;
            } else if (subtyping.isStrictSubtype(type, other)) {
                hasSubtypes = true;
                type = kind.position == EnumUsages.Position.INPUT ? other : type;
            } else if (subtyping.isStrictSubtype(other, type)) {
                hasSubtypes = true;
                type = kind.position == EnumUsages.Position.INPUT ? type : other;
            } else {
                isIncompatible = true;
            }
        }
        if (type == null) {
            return true;
        }
        merged.changeType(type.type());
        recordEnum(sources.first(), merged, kind);
        if (isIncompatible) {
            state.findings().error(kind.mismatch, message(sources, merged), places(sources));
        } else if (hasSubtypes) {
            state.findings()
                    .hint(
                            kind.inconsistency,
                            message(sources, merged) + "; the supergraph has " + merged.type(),
                            places(sources));
        }
        return !isIncompatible && !hasSubtypes;
    }

    private void recordEnum(Typed example, Typed merged, Kind kind) {
        String base = merged.type().namedType();
        if (state.supergraph().kind(base).filter(TypeKind.ENUM::equals).isPresent()) {
            enumUsages.record(base, kind.position, example);
        }
    }

    private <T extends Typed> String message(Sources<T> sources, Typed merged) {
        return merged.coordinate() + " has several types: "
                + state.mismatch().distribution(sources, element -> "type \"" + element.type() + "\"");
    }

    private static List<Place> places(Sources<? extends Typed> sources) {
        return sources.elements().stream()
                .flatMap(element -> element.places().stream())
                .toList();
    }
}
