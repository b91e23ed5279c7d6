package org.fixtrail.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses bodies that are larger than any that the API has a use for, before they are read. */
@Provider
public class BodyLimit implements ContainerRequestFilter {
    private static final long JSON = 2L << 20;
    private static final long UPLOAD = 66L << 20;
    private static final long DOCUMENT = 21L << 20;
    private static final int TOO_LARGE = 413;

    @Override
    public void filter(ContainerRequestContext request) {
        long limit = limit(request.getUriInfo().getPath());
        if (request.getLength() > limit) {
            request.abortWith(Problem.of(TOO_LARGE, "Too large", "The body may have at most " + limit + " bytes."));
        } else if (request.hasEntity()) {
            request.setEntityStream(new Limited(request.getEntityStream(), limit));
        }
    }

    private static long limit(String path) {
        if (path.endsWith("/documents")) {
            return DOCUMENT;
        }
        return path.startsWith("imports") ? UPLOAD : JSON;
    }

    /** For bodies that come without a length. */
    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return counted(read, read < 0 ? 0 : 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return counted(read, Math.max(0, read));
        }

        private int counted(int read, int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new jakarta.ws.rs.ClientErrorException("The body is too large.", TOO_LARGE);
            }
            return read;
        }
    }
}
