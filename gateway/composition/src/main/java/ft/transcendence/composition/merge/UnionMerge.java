package ft.transcendence.composition.merge;

import ft.transcendence.composition.HintCode;
import ft.transcendence.composition.schema.NamedType;

/** Merges unions: the members of all subgraphs. */
final class UnionMerge {
    private final MergeState state;

    UnionMerge(MergeState state) {
        this.state = state;
    }

    /** Sets the members, which merging fields needs to know. */
    void addMembers(Sources<NamedType> sources, NamedType merged) {
        sources.elements().forEach(type -> merged.members().addAll(type.members()));
    }

    void merge(Sources<NamedType> sources, NamedType merged) {
        for (String member : merged.members()) {
            for (Sources.Source<NamedType> source : sources.present()) {
                if (source.element().members().contains(member)) {
                    merged.directives()
                            .add(JoinUses.of("unionMember")
                                    .graph(state.graphs().of(source.subgraph()))
                                    .with("member", member)
                                    .use());
                }
            }
            if (sources.elements().stream().anyMatch(type -> !type.members().contains(member))) {
                state.findings()
                        .hint(
                                HintCode.INCONSISTENT_UNION_MEMBER,
                                "Union " + merged.name() + " has the member " + member + " in some subgraphs only: "
                                        + state.mismatch()
                                                .distribution(
                                                        sources,
                                                        type -> type.members().contains(member) ? "present" : "absent"),
                                merged.places());
            }
        }
    }
}
