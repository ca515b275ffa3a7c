package io.venta.server.notification;

import io.venta.model.ErrorCode;
import io.venta.model.UserKey;
import io.venta.model.notification.NotificationPreferences;
import io.venta.model.notification.PushToken;
import io.venta.server.error.JsonPayloads;
import io.venta.server.error.RejectedMessageException;
import java.security.Principal;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the own devices are pushed to, and which types. */
@RestController
class PushController {

    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int MAX_TYPE = 60;

    private final JsonPayloads payloads;
    private final PushAddresses addresses;

    PushController(JsonPayloads payloads, PushAddresses addresses) {
        this.payloads = payloads;
        this.addresses = addresses;
    }

    @PutMapping("/api/devices/{device}/push-token")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void register(@PathVariable String device, @RequestBody byte[] body, Principal user) {
        var token = payloads.read(body, PushToken.class).token();
        addresses.register(key(user), checked(device), token);
    }

    @DeleteMapping("/api/devices/{device}/push-token")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String device, Principal user) {
        addresses.remove(key(user), checked(device));
    }

    @GetMapping("/api/notifications/preferences")
    NotificationPreferences preferences(Principal user) {
        return addresses.preferences(key(user));
    }

    @PutMapping("/api/notifications/preferences")
    NotificationPreferences prefer(@RequestBody byte[] body, Principal user) {
        var preferences = payloads.read(body, NotificationPreferences.class);
        if (preferences.push().keySet().stream().anyMatch(type -> type.length() > MAX_TYPE)) {
            throw invalid("A type has at most " + MAX_TYPE + " characters");
        }
        addresses.prefer(key(user), preferences);
        return preferences;
    }

    private static String checked(String device) {
        if (!DEVICE.matcher(device).matches()) {
            throw invalid("That is no device's id");
        }
        return device;
    }

    private static String key(Principal user) {
        return UserKey.of(user.getName()).value();
    }

    private static RejectedMessageException invalid(String reason) {
        return new RejectedMessageException(ErrorCode.INVALID_MESSAGE, reason);
    }
}
