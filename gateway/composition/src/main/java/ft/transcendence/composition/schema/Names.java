package ft.transcendence.composition.schema;

/** The characters of names (GraphQL specification, section 2.1.9). */
public final class Names {
    private Names() {}

    public static boolean isStart(int character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z' || character == '_';
    }

    public static boolean isPart(int character) {
        return isStart(character) || isDigit(character);
    }

    public static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    public static boolean isName(String text) {
        return !text.isEmpty() && isStart(text.charAt(0)) && text.chars().allMatch(Names::isPart);
    }
}
