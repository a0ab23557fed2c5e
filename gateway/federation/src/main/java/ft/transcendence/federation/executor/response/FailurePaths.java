package ft.transcendence.federation.executor.response;

import ft.transcendence.federation.executor.response.Expected.Entities;
import ft.transcendence.federation.executor.step.FetchedFields;
import java.util.List;

/** Where the client sees that a whole fetch failed. */
final class FailurePaths {

    private FailurePaths() {}

    /** The common beginning of the client's paths to all entities of the fetch. */
    static List<Object> common(Entities expected) {
        List<Object> common = null;
        for (int i = 0; i < expected.batches().length; i++) {
            if (expected.batches()[i].count() > 0) {
                List<Object> path = expected.step().groups().get(i).path().commonPath();
                common = common == null ? path : commonStart(common, path);
            }
        }
        return common == null ? List.of() : common;
    }

    private static List<Object> commonStart(List<Object> one, List<Object> other) {
        int length = 0;
        while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
            length++;
        }
        return one.subList(0, length);
    }

    /** The path of the only field of the fetch; empty if it has several. */
    static List<Object> onlyField(FetchedFields fields) {
        String key = fields.count() == 1 && fields.slot(0) >= 0 ? fields.shape().clientKey(fields.slot(0)) : null;
        return key == null ? List.of() : List.of(key);
    }
}
