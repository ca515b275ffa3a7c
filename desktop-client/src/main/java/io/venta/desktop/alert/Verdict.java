package io.venta.desktop.alert;

/** What a rule says of a vendor at one moment. */
enum Verdict {
    /** It holds. */
    HOLDS,
    /** It does not. */
    NOT,
    /** Neither is certain: what was stays so. */
    UNCERTAIN
}
