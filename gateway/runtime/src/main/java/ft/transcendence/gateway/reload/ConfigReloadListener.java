package ft.transcendence.gateway.reload;

/** Is notified of the result of a changed configuration file. */
public interface ConfigReloadListener {
    /** Ignores everything. */
    ConfigReloadListener NONE = new ConfigReloadListener() {
        @Override
        public void reloaded() {}

        @Override
        public void refused() {}
    };

    /** What can change without a restart is in effect. */
    void reloaded();

    /** The changed file cannot be used; all settings stay as they were. */
    void refused();
}
