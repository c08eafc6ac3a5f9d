package io.paymentsengine.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// A request whose body can't be read past the limit, for bodies that don't declare their length.
final class BodyLimit extends HttpServletRequestWrapper {

    /// 1 MiB, four times what a thousand payments take.
    static final int BYTES_MAX = 1 << 20;

    BodyLimit(HttpServletRequest request) {
        super(request);
    }

    static Problem problem() {
        return Problem.of(ProblemType.CONTENT_TOO_LARGE, "A body has at most 1 MiB.");
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /// Thrown when the body is read past the limit.
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private int left = BYTES_MAX;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int octet = body.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
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

        private void count(int read) throws Exceeded {
            left -= read;
            if (left < 0) {
                throw new Exceeded();
            }
        }
    }
}
