package ft.transcendence.composition.link;

/** The identities of the specifications that composition knows. */
public final class Specifications {
    private static final String APOLLO = "https://specs.apollo.dev/";

    public static final String LINK = APOLLO + "link";
    public static final String CORE = APOLLO + "core";
    public static final String JOIN = APOLLO + "join";
    public static final String FEDERATION = APOLLO + "federation";
    public static final String TAG = APOLLO + "tag";
    public static final String INACCESSIBLE = APOLLO + "inaccessible";
    public static final String AUTHENTICATED = APOLLO + "authenticated";
    public static final String REQUIRES_SCOPES = APOLLO + "requiresScopes";
    public static final String POLICY = APOLLO + "policy";
    public static final String CONTEXT = APOLLO + "context";
    public static final String COST = APOLLO + "cost";
    public static final String CACHE_TAG = APOLLO + "cacheTag";
    public static final String CONNECT = APOLLO + "connect";

    private Specifications() {}

    /** Whether it is the specification of linking, of today or of Federation 1. */
    public static boolean isLinkItself(SpecUrl url) {
        return url.identity().equals(LINK) || url.identity().equals(CORE);
    }
}
