package ft.transcendence.federation.executor.tree;

import ft.transcendence.federation.json.JsonWriter;
import ft.transcendence.federation.supergraph.Supergraph;
import ft.transcendence.federation.supergraph.SupergraphType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Numbers for the composite types of a supergraph. Runtime types are compared as ints, and found by the bytes of a {@code __typename} without
 * creating a string.
 */
public final class TypeNumbers {

    private final List<String> names;
    private final boolean[] objectTypes;
    private final byte[][] quoted;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] table;

    /**
     * @param objectTypes the names of object types, including inaccessible ones
     * @param abstractTypes the names of interfaces and unions
     */
    TypeNumbers(Collection<String> objectTypes, Collection<String> abstractTypes) {
        TreeSet<String> all = new TreeSet<>(objectTypes);
        all.addAll(abstractTypes);
        this.names = List.copyOf(all);
        this.objectTypes = new boolean[names.size() + 1];
        this.quoted = new byte[names.size() + 1][];
        this.table = new int[Integer.highestOneBit(Math.max(8, names.size() * 4)) * 2];
        for (int number = 1; number <= names.size(); number++) {
            String name = names.get(number - 1);
            numbers.put(name, number);
            this.objectTypes[number] = objectTypes.contains(name);
            quoted[number] = JsonWriter.quoted(name);
            enter(name.getBytes(StandardCharsets.UTF_8), number);
        }
    }

    /** The numbers of all types of a supergraph, including inaccessible ones, which subgraphs return as well. */
    public static TypeNumbers of(Supergraph supergraph) {
        Set<String> objects = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (SupergraphType type : supergraph.types().values()) {
            switch (type.kind()) {
                case OBJECT -> objects.add(type.name());
                case INTERFACE, UNION -> others.add(type.name());
                case ENUM, SCALAR, INPUT_OBJECT -> {}
            }
        }
        return new TypeNumbers(objects, others);
    }

    private void enter(byte[] name, int number) {
        int index = hash(name, 0, name.length) & table.length - 1;
        while (table[index] != 0) {
            index = index + 1 & table.length - 1;
        }
        table[index] = number;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash ^ hash >>> 15;
    }

    /** The number of the type whose name is in this byte range, without quotes; {@link MergedTree#UNKNOWN_TYPE} for an unknown name. */
    public int numberOf(byte[] bytes, int from, int to) {
        int index = hash(bytes, from, to) & table.length - 1;
        while (table[index] != 0) {
            byte[] name = quoted[table[index]];
            if (Arrays.equals(name, 1, name.length - 1, bytes, from, to)) {
                return table[index];
            }
            index = index + 1 & table.length - 1;
        }
        return MergedTree.UNKNOWN_TYPE;
    }

    public int numberOf(String name) {
        return numbers.getOrDefault(name, MergedTree.UNKNOWN_TYPE);
    }

    public String name(int number) {
        return names.get(number - 1);
    }

    /** The type's name as a JSON string. */
    public byte[] quotedName(int number) {
        return quoted[number];
    }

    public boolean isObjectType(int number) {
        return objectTypes[number];
    }

    /** The upper bound, exclusive, of all numbers. */
    public int bound() {
        return names.size() + 1;
    }

    /** The set of the numbers of these names. Unknown names are ignored. */
    public boolean[] setOf(Collection<String> typeNames) {
        boolean[] set = new boolean[bound()];
        for (String name : typeNames) {
            set[numberOf(name)] = true;
        }
        set[MergedTree.UNKNOWN_TYPE] = false;
        return set;
    }
}
