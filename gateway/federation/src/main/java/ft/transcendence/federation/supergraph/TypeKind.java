package ft.transcendence.federation.supergraph;

/** The kinds of named type. */
public enum TypeKind {
    OBJECT,
    INTERFACE,
    UNION,
    ENUM,
    SCALAR,
    INPUT_OBJECT;

    /** True for interfaces and unions. */
    public boolean isAbstract() {
        return this == INTERFACE || this == UNION;
    }

    /** True for types whose values have fields to select. */
    public boolean isComposite() {
        return this == OBJECT || isAbstract();
    }
}
