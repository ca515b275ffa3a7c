package io.venta.server.vendor;

import io.venta.model.ErrorCode;
import io.venta.model.vendor.VendorReport;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import java.security.Principal;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.stereotype.Controller;

/** Takes what vendors say of themselves. */
@Controller
class VendorController {

    private final JsonPayloads payloads;
    private final VendorAccess access;
    private final VendorProfiles profiles;

    VendorController(JsonPayloads payloads, VendorAccess access, VendorProfiles profiles) {
        this.payloads = payloads;
        this.access = access;
        this.profiles = profiles;
    }

    @MessageMapping("/vendor.report")
    void report(byte[] body, Principal user) {
        var report = payloads.read(body, VendorReport.class);
        var vendor = report.vendorId();
        if (vendor == null) {
            vendor =
                    access.ownVendor(user)
                            .orElseThrow(
                                    () ->
                                            new RejectedMessageException(
                                                    ErrorCode.INVALID_MESSAGE,
                                                    "vendorId is required"));
        }
        if (!access.mayReport(user, vendor)) {
            throw new RejectedMessageException(
                    ErrorCode.AUTHORIZATION_FAILED, "You may not report for vendor " + vendor);
        }
        profiles.report(vendor, report);
    }
}
