package ft.transcendence.federation.executor.step;

import ft.transcendence.federation.OperationKind;
import ft.transcendence.federation.executor.request.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * A fetch of root fields.
 *
 * @param fields what it asks of the root object
 * @param subscribedField the field a subscription asks for; null for other kinds
 */
public record RootFetchStep(
        String subgraph,
        String url,
        OperationKind kind,
        RequestBody body,
        FetchedFields fields,
        @Nullable String subscribedField)
        implements Step.Fetch {}
