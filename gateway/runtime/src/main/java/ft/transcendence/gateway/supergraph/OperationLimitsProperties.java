package ft.transcendence.gateway.supergraph;

import ft.transcendence.federation.CostLimit;
import ft.transcendence.federation.Limits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of one operation; see {@link Limits} for each. The defaults leave room for any page of the site and refuse attacks.
 *
 * @param maxCharacters length of the document
 * @param maxTokens lexical tokens of the document
 * @param maxDepth nesting of selected fields
 * @param maxFields selected fields, with fragments expanded
 * @param maxAliases aliased fields, with fragments expanded
 * @param maxRootFields root fields of the operation
 * @param maxDeferredFragments fragments with {@code @defer}, one that is spread several times counts each time; 0 turns {@code @defer} off
 * @param maxCost maximum estimated cost of an operation; 0 for no limit. The most expensive operation of the site costs some
 *     hundreds
 * @param costMode whether {@code max-cost} is enforced, or costs are only measured, so that a limit can be chosen
 * @param listSize assumed size of lists for which the schema gives none, in that estimate
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
        @DefaultValue("20") @PositiveOrZero @Max(60) int maxDeferredFragments,
        @DefaultValue("10000") @PositiveOrZero long maxCost,
        @DefaultValue("enforce") CostLimit.Mode costMode,
        @DefaultValue("10") @PositiveOrZero int listSize) {
    Limits toLimits() {
        return new Limits(maxCharacters, maxTokens, maxDepth, maxFields, maxAliases, maxRootFields);
    }

    /** Null when costs are neither limited nor measured. */
    @Nullable CostLimit toCostLimit() {
        return switch (costMode) {
            case ENFORCE -> maxCost == 0 ? null : new CostLimit(maxCost, listSize);
            case MEASURE -> new CostLimit(Math.max(1, maxCost), listSize, CostLimit.Mode.MEASURE);
        };
    }
}
