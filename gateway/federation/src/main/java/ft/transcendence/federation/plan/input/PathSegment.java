package ft.transcendence.federation.plan.input;

import java.util.List;

/** A step from an object of the merged tree to objects below it. */
public sealed interface PathSegment {

    /** The value under a merged key. */
    record Key(String mergedKey) implements PathSegment {
        @Override
        public String toString() {
            return mergedKey;
        }
    }

    /** Each item of a list; a list of lists has two of these. */
    record EachItem() implements PathSegment {
        @Override
        public String toString() {
            return "@";
        }
    }

    /** Only the objects of these runtime types. */
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
