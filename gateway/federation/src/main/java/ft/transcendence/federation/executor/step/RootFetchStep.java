package ft.transcendence.federation.executor.step;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.executor.request.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * A fetch of root fields.
 *
 * @param fields the selected root fields
 * @param subscribedField the root field of a subscription; null for other kinds
 */
public record RootFetchStep(
        String subgraph,
        String url,
        OperationKind kind,
        RequestBody body,
        FetchedFields fields,
        @Nullable String subscribedField)
        implements Step.Fetch {}
