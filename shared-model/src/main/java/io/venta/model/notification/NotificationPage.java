package io.venta.model.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the own notifications, newest first, as {@code GET
 * /api/notifications?before=&limit=&type=&state=} answers. {@code limit} is 1 to 200, else 50;
 * {@code state} names one or more of {@link NotificationState}, with commas.
 *
 * @param notifications at most as many as asked for
 * @param unread how many of all the user's are not read, whatever was asked for
 * @param next what to pass as {@code before} for the next, older page; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationPage(
        @JsonProperty(required = true) List<Notification> notifications,
        @JsonProperty(required = true) int unread,
        @Nullable String next) {}
