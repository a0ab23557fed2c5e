package ft.transcendence.matches.doubt;

/** Raises one kind of doubt. */
interface DoubtRule {

    Doubt doubt();

    boolean isRaisedBy(PlayedMatch match);
}
