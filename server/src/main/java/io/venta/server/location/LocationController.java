package io.venta.server.location;

import io.venta.model.ErrorCode;
import io.venta.model.location.LocationReport;
import io.venta.model.location.LocationUpdate;
import io.venta.model.location.VendorId;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import io.venta.server.session.EventBudget;
import io.venta.server.session.EventKind;
import io.venta.server.topic.VendorValue;
import io.venta.server.vendor.VendorAccess;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.stereotype.Controller;

/** Takes reports of where vendors are: of an array all, or none. */
@Controller
class LocationController {

    private final JsonPayloads payloads;
    private final VendorAccess access;
    private final EventBudget budget;
    private final LocationTracker tracker;
    private final Clock clock;

    LocationController(
            JsonPayloads payloads,
            VendorAccess access,
            EventBudget budget,
            LocationTracker tracker,
            Clock clock) {
        this.payloads = payloads;
        this.access = access;
        this.budget = budget;
        this.tracker = tracker;
        this.clock = clock;
    }

    @MessageMapping("/location.report")
    void report(byte[] body, Principal user) {
        var reports = payloads.readOneOrMany(body, LocationReport.class, LocationReport.MAX_BATCH);
        var updates = checked(reports, user);
        budget.spend(user, EventKind.LOCATION_REPORT, updates.size() - 1);
        updates.forEach(tracker::accept);
    }

    private List<LocationUpdate> checked(List<LocationReport> reports, Principal user) {
        var updates = new ArrayList<LocationUpdate>(reports.size());
        for (int i = 0; i < reports.size(); i++) {
            try {
                updates.add(checked(reports.get(i), user));
            } catch (RejectedMessageException e) {
                var details = new LinkedHashMap<>(e.details());
                if (reports.size() > 1) {
                    details.put("index", i);
                }
                throw new RejectedMessageException(e.code(), e.reason(), details);
            }
        }
        return updates;
    }

    private LocationUpdate checked(LocationReport report, Principal user) {
        var vendor = vendorOf(report, user);
        var timestamp = report.timestamp() != null ? report.timestamp() : clock.instant();
        VendorValue.checkTime(timestamp, clock);
        return new LocationUpdate(
                vendor,
                report.location(),
                report.accuracy(),
                report.heading(),
                report.speed(),
                timestamp);
    }

    private VendorId vendorOf(LocationReport report, Principal user) {
        var vendor = report.vendorId();
        if (vendor == null) {
            return access.ownVendor(user)
                    .orElseThrow(
                            () ->
                                    new RejectedMessageException(
                                            ErrorCode.INVALID_MESSAGE, "vendorId is required"));
        }
        if (!access.mayReport(user, vendor)) {
            throw new RejectedMessageException(
                    ErrorCode.AUTHORIZATION_FAILED, "You may not report for vendor " + vendor);
        }
        return vendor;
    }
}
