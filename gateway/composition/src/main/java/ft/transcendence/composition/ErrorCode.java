package ft.transcendence.composition;

/** Why subgraphs do not compose, named as in Apollo's composer. Each code comes with advice on what to change. */
public enum ErrorCode {
    // a subgraph's schema by itself
    INVALID_GRAPHQL("make the schema valid GraphQL"),
    DIRECTIVE_DEFINITION_INVALID("remove the definition: composition adds it, as its specification has it"),
    TYPE_DEFINITION_INVALID("remove the definition: composition adds it, as its specification has it"),
    UNSUPPORTED_LINKED_FEATURE("remove the @link, or use a version of the specification that this composer knows"),
    UNKNOWN_FEDERATION_LINK_VERSION("link a version of https://specs.apollo.dev/federation that this composer knows"),
    UNKNOWN_LINK_VERSION("link a known version of the specification"),
    INVALID_LINK_DIRECTIVE_USAGE("write each @link once, with a list of names to import"),
    INVALID_LINK_IDENTIFIER("a specification's URL ends with its name and a version, such as /federation/v2.9"),
    LINK_IMPORT_NAME_MISMATCH("import the directive under the same name in all subgraphs"),
    INVALID_SUBGRAPH_NAME("give the subgraph another name"),
    ROOT_QUERY_USED("rename the type Query, or make it the root type for queries"),
    ROOT_MUTATION_USED("rename the type Mutation, or make it the root type for mutations"),
    ROOT_SUBSCRIPTION_USED("rename the type Subscription, or make it the root type for subscriptions"),

    // field sets
    KEY_INVALID_FIELDS("a @key selects fields that the type has in this subgraph"),
    PROVIDES_INVALID_FIELDS("@provides selects fields that the field's type has in this subgraph"),
    REQUIRES_INVALID_FIELDS(
            "@requires selects fields that the type has in this subgraph; declare those of others @external"),
    KEY_INVALID_FIELDS_TYPE("write the fields as a string, such as \"id\""),
    PROVIDES_INVALID_FIELDS_TYPE("write the fields as a string, such as \"name\""),
    REQUIRES_INVALID_FIELDS_TYPE("write the fields as a string, such as \"price\""),
    KEY_FIELDS_HAS_ARGS("a @key selects fields without arguments"),
    PROVIDES_FIELDS_HAS_ARGS("@provides selects fields without arguments"),
    KEY_DIRECTIVE_IN_FIELDS_ARG("remove the directive from the selection"),
    PROVIDES_DIRECTIVE_IN_FIELDS_ARG("remove the directive from the selection"),
    REQUIRES_DIRECTIVE_IN_FIELDS_ARG("remove the directive from the selection"),
    KEY_UNSUPPORTED_ON_INTERFACE("link federation 2.3 or later, or put the @key on the interface's implementations"),
    PROVIDES_UNSUPPORTED_ON_INTERFACE("put @provides on the fields of the interface's implementations"),
    REQUIRES_UNSUPPORTED_ON_INTERFACE("put @requires on the fields of the interface's implementations"),
    PROVIDES_FIELDS_MISSING_EXTERNAL(
            "declare the provided field @external, or remove @provides: the subgraph resolves it anyway"),
    REQUIRES_FIELDS_MISSING_EXTERNAL(
            "declare the required field @external, or remove @requires: the subgraph resolves it anyway"),
    KEY_FIELDS_SELECT_INVALID_TYPE("a @key selects no lists, interfaces or unions"),
    PROVIDES_ON_NON_OBJECT_FIELD("put @provides on a field whose type has fields"),

    // externals, sharing, interfaces
    EXTERNAL_UNUSED("remove the @external field: no @key, @requires, @provides or interface uses it"),
    EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE("remove one of the two directives"),
    EXTERNAL_ON_INTERFACE("put @external on the fields of the interface's implementations"),
    TYPE_WITH_ONLY_UNUSED_EXTERNAL("remove the type, or use its fields"),
    MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL("put the directive on the field where it is resolved"),
    INVALID_SHAREABLE_USAGE("put @shareable, once, on object types or their fields"),
    INTERFACE_KEY_NOT_ON_IMPLEMENTATION("give each implementation the interface's @key"),
    INTERFACE_OBJECT_USAGE_ERROR("an @interfaceObject needs a @key, and an interface of its name in another subgraph"),

    // contexts, costs, access rules
    CONTEXT_NAME_INVALID("a context's name has letters and digits only"),
    CONTEXT_NOT_SET("name a context that a @context of this subgraph sets"),
    NO_CONTEXT_IN_SELECTION("begin the field argument with a context, such as \"$user { name }\""),
    CONTEXT_INVALID_SELECTION(
            "select one field that every type with the context has and that fits the argument's type"),
    CONTEXT_NO_RESOLVABLE_KEY("give the type a resolvable @key: the gateway enters the subgraph by it"),
    CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS(
            "set the argument by @fromContext in all subgraphs, or make it optional in the others"),
    COST_APPLIED_TO_INTERFACE_FIELD("put @cost on the fields of the interface's implementations"),
    LIST_SIZE_APPLIED_TO_NON_LIST(
            "put @listSize on a field that returns a list, or name the lists below it in sizedFields"),
    LIST_SIZE_INVALID_ASSUMED_SIZE("an assumed size is 0 or more"),
    LIST_SIZE_INVALID_SIZED_FIELD("name list fields of the field's type"),
    LIST_SIZE_INVALID_SLICING_ARGUMENT("name arguments of the field that are integers"),
    AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE(
            "put access rules on object types and their fields: interfaces inherit them"),

    // what several subgraphs say together
    NO_QUERIES("give at least one subgraph a query"),
    TYPE_KIND_MISMATCH("make the type of one kind in all subgraphs"),
    EXTENSION_WITH_NO_BASE("define the type in a subgraph, or remove the extension"),
    FIELD_TYPE_MISMATCH("make the field of one type in all subgraphs"),
    FIELD_ARGUMENT_TYPE_MISMATCH("make the argument of one type in all subgraphs"),
    FIELD_ARGUMENT_DEFAULT_MISMATCH("give the argument the same default in all subgraphs"),
    REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH(
            "an argument required in one subgraph exists in every subgraph that resolves the field"),
    INPUT_FIELD_DEFAULT_MISMATCH("give the input field the same default in all subgraphs"),
    REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH(
            "an input field required in one subgraph exists in all subgraphs with the input type"),
    EMPTY_MERGED_INPUT_TYPE("keep at least one input field that all subgraphs have"),
    EMPTY_MERGED_ENUM_TYPE("keep at least one enum value that all subgraphs have"),
    ENUM_VALUE_MISMATCH("an enum used as input and output has the same values in all subgraphs"),
    INVALID_FIELD_SHARING(
            "a field that moves says so in its new home, @override(from: \"<old home>\"); one that several subgraphs resolve is @shareable in all"),
    EXTERNAL_MISSING_ON_BASE("an @external field exists in another subgraph, which resolves it"),
    EXTERNAL_TYPE_MISMATCH("an @external field has the type that it has where it is resolved"),
    EXTERNAL_ARGUMENT_MISSING("an @external field has the arguments that it has where it is resolved"),
    EXTERNAL_ARGUMENT_TYPE_MISMATCH(
            "an @external field's argument has the type that it has where the field is resolved"),
    EXTERNAL_ARGUMENT_DEFAULT_MISMATCH(
            "an @external field's argument has the default that it has where the field is resolved"),
    INTERFACE_FIELD_NO_IMPLEM("give each implementation the field in at least one subgraph"),
    INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE("a subgraph with a @key on an interface has all of its implementations"),
    OVERRIDE_FROM_SELF_ERROR("name the subgraph that the field comes from"),
    OVERRIDE_SOURCE_HAS_OVERRIDE("keep one @override per field"),
    OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE("remove one of the two directives"),
    OVERRIDE_ON_INTERFACE("put @override on the fields of the interface's implementations"),
    OVERRIDE_LABEL_INVALID("a label is percent(0) to percent(100), or a name that begins with a letter"),
    DIRECTIVE_COMPOSITION_ERROR(
            "compose a directive of one linked specification, under the same name in all subgraphs"),
    MISSING_TRANSITIVE_AUTH_REQUIREMENTS("give the field at least the access rules of the fields it selects"),

    // the schema that clients see
    REFERENCED_INACCESSIBLE("make what refers to the element @inaccessible too"),
    DEFAULT_VALUE_USES_INACCESSIBLE("use another default value"),
    QUERY_ROOT_TYPE_INACCESSIBLE("keep the root type for queries accessible"),
    REQUIRED_INACCESSIBLE("make the input optional, or accessible"),
    DISALLOWED_INACCESSIBLE("elements of specifications and of GraphQL itself stay accessible"),
    IMPLEMENTED_BY_INACCESSIBLE("make the interface's element @inaccessible too"),
    ONLY_INACCESSIBLE_CHILDREN("make the type @inaccessible, or one of its elements accessible"),

    // whether every query can be planned
    SATISFIABILITY_ERROR(
            "give the type a @key that both subgraphs resolve, or resolve the field in a subgraph that is reached"),
    SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES("let the field return at least one object type that all subgraphs share"),
    MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED("share fewer fields among fewer subgraphs"),
    UNSUPPORTED_FEATURE("remove what is not supported"),

    /** A mistake of the composer. Only this code has no counterpart in Apollo's composer. */
    INTERNAL_ERROR("report it with the schemas: this is a mistake of the composer, not of the schemas");

    private final String advice;

    ErrorCode(String advice) {
        this.advice = advice;
    }

    /** One sentence on what to change. */
    public String advice() {
        return advice;
    }
}
