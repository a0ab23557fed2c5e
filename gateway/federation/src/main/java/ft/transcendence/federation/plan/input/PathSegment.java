package ft.transcendence.federation.plan.input;

import java.util.List;

/** One step from an object of the merged tree to the objects below it. */
public sealed interface PathSegment {

    /** Into the value under a merged key. */
    record Key(String mergedKey) implements PathSegment {
        @Override
        public String toString() {
            return mergedKey;
        }
    }

    /** Into each item of a list; a list of lists has two of these. */
    record EachItem() implements PathSegment {
        @Override
        public String toString() {
            return "@";
        }
    }

    /** Only objects whose runtime type is one of these. */
    record TypeCondition(List<String> runtimeTypes) implements PathSegment {
        public TypeCondition {
            runtimeTypes = List.copyOf(runtimeTypes);
        }

        @Override
        public String toString() {
            return "|[" + String.join(", ", runtimeTypes) + "]";
        }
    }
}
