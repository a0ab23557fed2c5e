package ft.transcendence.federation;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the representations are in the body of a request for entities. A transport that keeps entities can leave some representations out, and
 * put the response together. See {@link SubgraphTransport#readsEntities}.
 *
 * @param groups in the order of the body
 */
public record RequestedEntities(List<Group> groups) {

    public RequestedEntities {
        groups = List.copyOf(groups);
    }

    /**
     * The representations of one {@code _entities} field. They follow each other in the body, separated by commas. The first member of
     * each is {@code __typename}, and no two are equal.
     *
     * @param responseKey the response key of the field
     * @param starts the offset of each representation in the array of the body
     * @param ends the offset after each representation
     * @param keyFields the names of the key fields in representations of a type, by the type's name; the other fields are required ones
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Group(String responseKey, int[] starts, int[] ends, Map<String, Set<String>> keyFields) {}
}
