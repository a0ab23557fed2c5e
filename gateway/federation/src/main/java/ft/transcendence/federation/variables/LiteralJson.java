package ft.transcendence.federation.variables;

import ft.transcendence.federation.json.JsonWriter;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;

/** Writes literals of a document as JSON: the default values of variables. */
final class LiteralJson {

    private LiteralJson() {}

    static void write(Value<?> literal, JsonWriter out) {
        switch (literal) {
            case StringValue text -> out.writeValue(text.getValue());
            case BooleanValue flag -> out.writeAscii(flag.isValue() ? "true" : "false");
            case IntValue number -> out.writeAscii(number.getValue().toString());
            case FloatValue number -> out.writeAscii(number.getValue().toString());
            case EnumValue value -> out.writeString(value.getName());
            case ArrayValue list -> {
                char separator = '[';
                for (Value<?> item : list.getValues()) {
                    out.write(separator);
                    separator = ',';
                    write(item, out);
                }
                out.writeAscii(separator == '[' ? "[]" : "]");
            }
            case ObjectValue object -> {
                char separator = '{';
                for (ObjectField field : object.getObjectFields()) {
                    out.write(separator);
                    separator = ',';
                    out.writeString(field.getName());
                    out.write(':');
                    write(field.getValue(), out);
                }
                out.writeAscii(separator == '{' ? "{}" : "}");
            }
            default -> out.writeNull();
        }
    }
}
