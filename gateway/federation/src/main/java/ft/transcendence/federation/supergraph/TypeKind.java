package ft.transcendence.federation.supergraph;

/** The kinds of named type. */
public enum TypeKind {
    OBJECT,
    INTERFACE,
    UNION,
    ENUM,
    SCALAR,
    INPUT_OBJECT;

    /** Whether it is an interface or a union. */
    public boolean isAbstract() {
        return this == INTERFACE || this == UNION;
    }

    /** Whether values of the type have fields to select. */
    public boolean isComposite() {
        return this == OBJECT || isAbstract();
    }
}
