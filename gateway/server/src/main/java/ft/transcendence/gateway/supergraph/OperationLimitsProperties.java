package ft.transcendence.gateway.supergraph;

import ft.transcendence.federation.CostLimit;
import ft.transcendence.federation.Limits;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one operation may ask; see {@link Limits} for each. The defaults leave room for any page of the site and stop bombs.
 *
 * @param maxCharacters length of the document
 * @param maxTokens lexical tokens of the document
 * @param maxDepth nesting of selected fields
 * @param maxFields selected fields, fragments spread
 * @param maxAliases aliased fields, fragments spread
 * @param maxRootFields fields of the operation itself
 * @param maxCost what an operation may be estimated to cost; 0 for no limit
 * @param listSize items of a list of which the schema says nothing, in that estimate
 */
@ConfigurationProperties(prefix = "gateway.limits", ignoreUnknownFields = false)
record OperationLimitsProperties(
        @DefaultValue("100000") int maxCharacters,
        @DefaultValue("15000") int maxTokens,
        @DefaultValue("30") int maxDepth,
        @DefaultValue("5000") int maxFields,
        @DefaultValue("100") int maxAliases,
        @DefaultValue("30") int maxRootFields,
        @DefaultValue("0") long maxCost,
        @DefaultValue("10") int listSize) {
    Limits toLimits() {
        return new Limits(maxCharacters, maxTokens, maxDepth, maxFields, maxAliases, maxRootFields);
    }

    /** Null when costs are not limited. */
    @Nullable CostLimit toCostLimit() {
        return maxCost == 0 ? null : new CostLimit(maxCost, listSize);
    }
}
