package ft.transcendence.schemacheck.finding;

/** Which findings fail a check. */
public enum FailOn {
    /** Only what is invalid by itself. */
    ERROR(Level.ERROR),
    /** Also what breaks clients or event consumers. */
    BREAKING(Level.BREAKING),
    /** Also what may surprise them. */
    DANGEROUS(Level.DANGEROUS);

    private final Level mildest;

    FailOn(Level mildest) {
        this.mildest = mildest;
    }

    public boolean fails(Finding finding) {
        return finding.level().compareTo(mildest) <= 0;
    }
}
