package org.fixtrail.domain.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The pauses of one failure. For each cycle and reason one lasts at a time, so that they never overlap.
 *
 * @param pauses in the order in which they began
 */
public record PauseHistory(List<Pause> pauses) {
    public static final PauseHistory NONE = new PauseHistory(List.of());

    public PauseHistory {
        pauses = List.copyOf(pauses);
    }

    /** @param acts in the order of the ledger */
    public static PauseHistory of(List<ClockPause> acts) {
        List<Pause> pauses = new ArrayList<>();
        for (ClockPause act : acts) {
            int lasting = lasting(pauses, act.cycle(), act.reason());
            if (act.resumed() && lasting >= 0) {
                pauses.set(lasting, ended(pauses.get(lasting), act));
            } else if (!act.resumed() && lasting < 0) {
                pauses.add(new Pause(act.cycle(), act.reason(), act.party(), act.at(), null));
            }
        }
        return new PauseHistory(pauses);
    }

    private static Pause ended(Pause pause, ClockPause act) {
        return new Pause(pause.cycle(), pause.reason(), pause.party(), pause.from(), act.at());
    }

    private static int lasting(List<Pause> pauses, int cycle, PauseReason reason) {
        for (int i = 0; i < pauses.size(); i++) {
            Pause pause = pauses.get(i);
            if (pause.until() == null && pause.cycle() == cycle && pause.reason() == reason) {
                return i;
            }
        }
        return -1;
    }

    /** The one that lasts in a cycle for a reason. */
    public Optional<Pause> lasting(int cycle, PauseReason reason) {
        int lasting = lasting(pauses, cycle, reason);
        return lasting < 0 ? Optional.empty() : Optional.of(pauses.get(lasting));
    }

    /** Those that last in a cycle, whatever the reason. */
    public List<Pause> lasting(int cycle) {
        return pauses.stream()
                .filter(pause -> pause.until() == null && pause.cycle() == cycle)
                .toList();
    }

    /** Those that count for a target. */
    List<Pause> of(int cycle, Target target) {
        return pauses.stream()
                .filter(pause -> pause.cycle() == cycle && Objects.equals(pause.reason(), target.pauseFor()))
                .toList();
    }
}
