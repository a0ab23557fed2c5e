package ft.transcendence.subgraph.mutation;

/**
 * Why a change can be rejected, for the user to correct. Each capability of a subgraph implements it with an enum. The
 * schema's enum of the same name has the codes of all of them. Codes are only added, never changed or removed.
 */
public interface UserErrorCode {

    /** The value in the schema. */
    String name();
}
