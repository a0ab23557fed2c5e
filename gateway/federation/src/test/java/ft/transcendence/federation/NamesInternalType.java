package ft.transcendence.federation;

import ft.transcendence.federation.json.JsonWriter;

/** Would make users of the API depend on an internal type; for a test. */
public interface NamesInternalType {
    void write(JsonWriter out);
}
