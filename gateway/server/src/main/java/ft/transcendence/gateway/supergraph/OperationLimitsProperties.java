package ft.transcendence.gateway.supergraph;

import ft.transcendence.federation.CostLimit;
import ft.transcendence.federation.Limits;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one operation may ask; see {@link Limits} for each. The defaults leave room for any page of the site and stop bombs.
 *
 * @param maxCharacters length of the document
 * @param maxTokens lexical tokens of the document
 * @param maxDepth nesting of selected fields
 * @param maxFields selected fields, fragments spread
 * @param maxAliases aliased fields, fragments spread
 * @param maxRootFields fields of the operation itself
 * @param maxCost what an operation may be estimated to cost; 0 for no limit. The dearest operation of the site's pages costs some hundreds
 * @param listSize items of a list of which the schema says nothing, in that estimate
 */
@Validated
@ConfigurationProperties(prefix = "gateway.limits", ignoreUnknownFields = false)
record OperationLimitsProperties(
        @DefaultValue("100000") @Positive int maxCharacters,
        @DefaultValue("15000") @Positive int maxTokens,
        @DefaultValue("30") @Positive int maxDepth,
        @DefaultValue("5000") @Positive int maxFields,
        @DefaultValue("100") @PositiveOrZero int maxAliases,
        @DefaultValue("30") @Positive int maxRootFields,
        @DefaultValue("10000") @PositiveOrZero long maxCost,
        @DefaultValue("10") @PositiveOrZero int listSize) {
    Limits toLimits() {
        return new Limits(maxCharacters, maxTokens, maxDepth, maxFields, maxAliases, maxRootFields);
    }

    /** Null when costs are not limited. */
    @Nullable CostLimit toCostLimit() {
        return maxCost == 0 ? null : new CostLimit(maxCost, listSize);
    }
}
