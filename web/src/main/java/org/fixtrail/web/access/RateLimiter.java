package org.fixtrail.web.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A token bucket for each of many: each may do as many requests a minute as the quota says, all at once or spread, and gets
 * back what it used evenly over a minute. It remembers the most recent ones up to a number, so that nobody can fill the
 * memory; a forgotten one begins anew, which favours it.
 */
final class RateLimiter {
    private static final double NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String policy;
    private final int quota;
    private final Map<String, Bucket> buckets;

    /**
     * A limit of its own.
     *
     * @param policy its name, as callers are told it
     * @param quota requests a minute; 0 limits nothing
     * @param remembered how many are remembered
     */
    RateLimiter(String policy, int quota, int remembered) {
        this.policy = policy;
        this.quota = quota;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > remembered;
            }
        };
    }

    /** @param at in nanoseconds, from a clock that only goes forward */
    private record Bucket(double tokens, long at) {}

    /**
     * What became of a request.
     *
     * @param remaining how many more may follow at once
     * @param nextIn until one more may follow beyond these, in whole seconds, at least 1
     */
    record Answer(String policy, int quota, boolean admitted, int remaining, long nextIn) {
        /** The value of {@code RateLimit-Policy}, as in draft-ietf-httpapi-ratelimit-headers-11, section 3. */
        String policyHeader() {
            return "\"" + policy + "\";q=" + quota + ";w="
                    + Duration.ofMinutes(1).toSeconds();
        }

        /** The value of {@code RateLimit}, section 4 there. */
        String limitHeader() {
            return "\"" + policy + "\";r=" + remaining + ";t=" + nextIn;
        }
    }

    boolean isOff() {
        return quota == 0;
    }

    int remembered() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    /**
     * Takes one request off the account of whoever sends it; a refused request takes nothing.
     *
     * @param now in nanoseconds, from a clock that only goes forward
     */
    Answer take(String whose, long now) {
        double refill = quota / NANOS;
        synchronized (buckets) {
            Bucket before = buckets.getOrDefault(whose, new Bucket(quota, now));
            double tokens = Math.min(quota, before.tokens() + Math.max(0, now - before.at()) * refill);
            boolean admitted = tokens >= 1;
            double left = admitted ? tokens - 1 : tokens;
            buckets.put(whose, new Bucket(left, now));
            double missing = Math.floor(left) + 1 - left;
            long seconds = (long) Math.ceil(missing / refill / TimeUnit.SECONDS.toNanos(1));
            return new Answer(policy, quota, admitted, (int) left, Math.max(1, seconds));
        }
    }
}
