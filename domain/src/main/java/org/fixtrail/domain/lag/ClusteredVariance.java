package org.fixtrail.domain.lag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * The infinitesimal-jackknife variance of log S(t), grouped by cluster: Williams, Product-limit survival functions with
 * correlated survival times, Lifetime Data Analysis 1 (1995) 171-186; Ying and Wei, J. Multivariate Anal. 50 (1994)
 * 17-29; without a factor m/(m-1), as in R's survival package.
 *
 * <p>The derivative of log S(t) with respect to the weight of observation i is, up to sign,
 *
 * <pre>A_i(t) = sum over steps s up to t of (dN_i(s) - Y_i(s) d_s / n_s) / (n_s - d_s)</pre>
 *
 * <p>with dN_i whether i is an event at s and Y_i whether i is at risk. The variance is the sum over clusters of the
 * square of the sum of A_i within the cluster; with one observation a cluster it equals Greenwood's.
 *
 * <p>With G(t) Greenwood's sum, A_i = dN_i / (n - d) - G(min(t, T_i)). A cluster's sum is thus B - Y G, where B gathers
 * its members that left and Y counts those still at risk; the sums over clusters of BB, BY and YY change only for the
 * clusters that lose a member, so the whole curve costs one pass.
 */
final class ClusteredVariance implements LogVariance {
    private final Map<UUID, Cluster> clusters = new HashMap<>();
    private double greenwood;
    private double sumBb;
    private double sumBy;
    private double sumYy;

    ClusteredVariance(List<KaplanMeier.Observation> observations) {
        for (KaplanMeier.Observation observation : observations) {
            cluster(observation).atRisk++;
        }
        for (Cluster cluster : clusters.values()) {
            sumYy += (double) cluster.atRisk * cluster.atRisk;
        }
    }

    int clusters() {
        return clusters.size();
    }

    @Override
    public OptionalDouble after(List<KaplanMeier.Observation> leaving, int atRisk, int events) {
        greenwood += LogVariance.term(atRisk, events);
        if (!Double.isFinite(greenwood) || clusters.size() < 2) {
            return OptionalDouble.empty();
        }
        for (KaplanMeier.Observation observation : leaving) {
            leave(cluster(observation), observation.event() ? 1.0 / (atRisk - events) : 0);
        }
        return OptionalDouble.of(Math.max(0, sumBb - 2 * greenwood * sumBy + greenwood * greenwood * sumYy));
    }

    private void leave(Cluster cluster, double gain) {
        add(cluster, -1);
        cluster.gone += gain - greenwood;
        cluster.atRisk--;
        add(cluster, 1);
    }

    private void add(Cluster cluster, int sign) {
        sumBb += sign * cluster.gone * cluster.gone;
        sumBy += sign * cluster.gone * cluster.atRisk;
        sumYy += sign * (double) cluster.atRisk * cluster.atRisk;
    }

    private Cluster cluster(KaplanMeier.Observation observation) {
        return clusters.computeIfAbsent(observation.cluster(), id -> new Cluster());
    }

    private static final class Cluster {
        private double gone;
        private int atRisk;
    }
}
