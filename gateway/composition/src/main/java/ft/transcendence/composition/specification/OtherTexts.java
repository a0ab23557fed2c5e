package ft.transcendence.composition.specification;

/** What the smaller specifications define, as SDL. */
final class OtherTexts {
    private static final String OUTPUT_TYPES = "FIELD_DEFINITION | OBJECT | INTERFACE | UNION";
    private static final String TYPES_AND_MEMBERS = OUTPUT_TYPES
            + " | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION";
    private static final String PROTECTED = "FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM";

    static final String TAG_0_1 = "directive @tag(name: String!) repeatable on " + OUTPUT_TYPES;
    static final String TAG_0_2 = "directive @tag(name: String!) repeatable on " + TYPES_AND_MEMBERS;
    static final String TAG_0_3 = TAG_0_2 + " | SCHEMA";
    static final String INACCESSIBLE_0_1 = "directive @inaccessible on " + OUTPUT_TYPES;
    static final String INACCESSIBLE_0_2 = "directive @inaccessible on " + TYPES_AND_MEMBERS;
    static final String AUTHENTICATED = "directive @authenticated on " + PROTECTED;
    static final String REQUIRES_SCOPES =
            "scalar Scope directive @requiresScopes(scopes: [[Scope!]!]!) on " + PROTECTED;
    static final String POLICY = "scalar Policy directive @policy(policies: [[Policy!]!]!) on " + PROTECTED;
    static final String CONTEXT = """
            scalar ContextFieldValue
            directive @context(name: String!) repeatable on INTERFACE | OBJECT | UNION
            directive @fromContext(field: ContextFieldValue) on ARGUMENT_DEFINITION
            """;
    static final String COST = """
            directive @cost(weight: Int!)
              on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
            directive @listSize(
              assumedSize: Int
              slicingArguments: [String!]
              sizedFields: [String!]
              requireOneSlicingArgument: Boolean = true
            ) on FIELD_DEFINITION
            """;
    static final String LINK = """
            enum Purpose {
              "`SECURITY` features provide metadata necessary to securely resolve fields."
              SECURITY
              "`EXECUTION` features provide metadata necessary for operation execution."
              EXECUTION
            }
            scalar Import
            directive @link(url: String, as: String, for: Purpose, import: [Import]) repeatable on SCHEMA
            """;
    static final String CORE_0_1 = "directive @core(feature: String, as: String) repeatable on SCHEMA";
    static final String CORE_0_2 = """
            enum Purpose { SECURITY EXECUTION }
            directive @core(feature: String, as: String, for: Purpose) repeatable on SCHEMA
            """;
    static final String CONNECT = """
            scalar URLPathTemplate
            scalar JSONSelection
            input ConnectorErrors { message: JSONSelection extensions: JSONSelection }
            input HTTPHeaderMapping { name: String! from: String value: String }
            input ConnectBatch { maxSize: Int }
            input SourceHTTP {
              baseURL: String!
              headers: [HTTPHeaderMapping!]
              path: JSONSelection
              queryParams: JSONSelection
            }
            input ConnectHTTP {
              GET: URLPathTemplate
              POST: URLPathTemplate
              PUT: URLPathTemplate
              PATCH: URLPathTemplate
              DELETE: URLPathTemplate
              body: JSONSelection
              headers: [HTTPHeaderMapping!]
              path: JSONSelection
              queryParams: JSONSelection
            }
            directive @connect(
              source: String
              id: String
              http: ConnectHTTP
              batch: ConnectBatch
              errors: ConnectorErrors
              selection: JSONSelection!
              entity: Boolean = false
              isSuccess: JSONSelection
            ) repeatable on FIELD_DEFINITION | OBJECT
            directive @source(
              name: String!
              http: SourceHTTP!
              errors: ConnectorErrors
              isSuccess: JSONSelection
            ) repeatable on SCHEMA
            """;
    /** The directives of GraphQL itself that a schema can use without defining them. */
    static final String BUILT_IN = """
            directive @include(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
            directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
            directive @deprecated(reason: String = "No longer supported")
              on FIELD_DEFINITION | ENUM_VALUE | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
            directive @specifiedBy(url: String!) on SCALAR
            """;

    private OtherTexts() {}
}
