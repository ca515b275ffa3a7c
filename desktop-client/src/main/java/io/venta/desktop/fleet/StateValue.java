package io.venta.desktop.fleet;

import static io.venta.desktop.fx.Texts.text;

import io.venta.desktop.vendor.Fix;
import io.venta.desktop.vendor.Vendor;
import io.venta.desktop.vendor.VendorStatus;

/**
 * What a mark tells.
 *
 * @param status its shape and colour
 * @param turn degrees clockwise, for who moves
 * @param alerted whether it has a halo
 */
record StateValue(VendorStatus status, double turn, boolean alerted) {

    static StateValue of(Vendor vendor) {
        Fix fix = vendor.fix();
        VendorStatus status = vendor.status();
        boolean turned =
                status == VendorStatus.MOVING && fix != null && !Double.isNaN(fix.heading());
        return new StateValue(
                status, turned && fix != null ? fix.heading() : 0, vendor.alertedProperty().get());
    }

    /** The state, and the alert. */
    String words() {
        String state = text("status." + status.key());
        return alerted ? text("fleet.state-alerted", state) : state;
    }

    /** When a vendor is in this state. */
    String rule() {
        String rule = text("status." + status.key() + ".rule");
        return alerted ? rule + '\n' + text("status.alerted.rule") : rule;
    }
}
