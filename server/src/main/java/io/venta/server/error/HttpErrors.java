package io.venta.server.error;

import io.venta.model.ErrorCode;
import io.venta.model.ErrorReply;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says over HTTP what was refused, in the same words as over STOMP. */
@RestControllerAdvice
class HttpErrors {

    private static final Logger log = LoggerFactory.getLogger(HttpErrors.class);

    @ExceptionHandler
    ResponseEntity<ErrorReply> refuse(
            RejectedMessageException rejection, HttpServletRequest request) {
        HttpRefusals.note(request, rejection.code());
        return ResponseEntity.status(status(rejection)).body(rejection.toReply());
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MethodArgumentTypeMismatchException.class,
        MissingServletRequestParameterException.class
    })
    ResponseEntity<ErrorReply> refuseUnreadable() {
        var reply = ErrorReply.of(ErrorCode.INVALID_MESSAGE, "The request is not what this takes");
        return ResponseEntity.badRequest().body(reply);
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class
    })
    ResponseEntity<ErrorReply> refuseUnknown(Exception failure) {
        var status =
                failure instanceof ErrorResponse response
                        ? response.getStatusCode()
                        : HttpStatus.BAD_REQUEST;
        var reply =
                ErrorReply.of(ErrorCode.INVALID_MESSAGE, "There is nothing here for this request");
        return ResponseEntity.status(status).body(reply);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ErrorReply> degraded(
            NestedRuntimeException failure, HttpServletRequest request) {
        HttpRefusals.note(request, ErrorCode.SERVICE_DEGRADED);
        log.warn("A store is out of reach: {}", failure.getMessage());
        var reply = ErrorReply.of(ErrorCode.SERVICE_DEGRADED, "The store is out of reach");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(reply);
    }

    private static HttpStatus status(RejectedMessageException rejection) {
        var own =
                AnnotatedElementUtils.findMergedAnnotation(
                        rejection.getClass(), ResponseStatus.class);
        if (own != null) {
            return own.code();
        }
        return switch (rejection.code()) {
            case AUTHENTICATION_FAILED, TOKEN_EXPIRED -> HttpStatus.UNAUTHORIZED;
            case AUTHORIZATION_FAILED -> HttpStatus.FORBIDDEN;
            case MESSAGE_TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case RATE_LIMIT_EXCEEDED -> HttpStatus.TOO_MANY_REQUESTS;
            case SERVICE_DEGRADED, AUTHENTICATION_UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.BAD_REQUEST;
        };
    }
}
