package ft.transcendence.gateway.header;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules for headers. They apply in the given order, after {@code forward-authorization} and {@code forward-headers}.
 *
 * @param request rules for requests to subgraphs
 * @param response rules for responses of subgraphs
 */
public record HeaderRules(
        @DefaultValue List<RequestHeaderRule> request,
        @DefaultValue List<ResponseHeaderRule> response) {
    public static final HeaderRules NONE = new HeaderRules(List.of(), List.of());

    public HeaderRules {
        request = List.copyOf(request);
        response = List.copyOf(response);
    }

    /** These rules and then the others. */
    public HeaderRules then(HeaderRules others) {
        return new HeaderRules(concat(request, others.request), concat(response, others.response));
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
