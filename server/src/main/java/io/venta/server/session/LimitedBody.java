package io.venta.server.session;

import io.venta.model.ErrorCode;
import io.venta.server.error.RejectedMessageException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body comes in pieces, and of which so much can be read and no more. */
final class LimitedBody extends HttpServletRequestWrapper {

    private final long most;

    LimitedBody(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
    }

    static String reason(long most) {
        return "A request's body has at most " + most + " bytes";
    }

    /**
     * What can be read.
     *
     * @return a stream that throws a {@link RejectedMessageException} where there is more
     */
    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream(), most);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long most;
        private long read;

        Counted(ServletInputStream body, long most) {
            this.body = body;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var count = body.read(bytes, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > most) {
                throw new RejectedMessageException(ErrorCode.MESSAGE_TOO_LARGE, reason(most));
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
