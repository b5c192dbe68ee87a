package dev.logmill.eval.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.eval.run.InFlight.Load;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private static void send(InFlight inFlight, Load load) throws InterruptedException {
        inFlight.leave(inFlight.enter(), load);
    }

    @Test
    void isHalvedByEach429AndNeverBelowOne() throws InterruptedException {
        InFlight inFlight = new InFlight(16);
        int[] limits = {8, 4, 2, 1, 1};
        for (int limit : limits) {
            send(inFlight, Load.TOO_MUCH);
            assertThat(inFlight.limit()).isEqualTo(limit);
        }
    }

    @Test
    void requestsOfOneRoundHalveItOnce() throws InterruptedException {
        InFlight inFlight = new InFlight(16);
        int first = inFlight.enter();
        int second = inFlight.enter();
        inFlight.leave(first, Load.TOO_MUCH);
        inFlight.leave(second, Load.TOO_MUCH);
        assertThat(inFlight.limit()).isEqualTo(8);
    }

    @Test
    void growsByAboutOneForEachRoundUpToTheMost() throws InterruptedException {
        InFlight inFlight = new InFlight(8);
        send(inFlight, Load.TOO_MUCH);
        for (int i = 0; i < 5; i++) {
            send(inFlight, Load.FINE);
        }
        assertThat(inFlight.limit()).isEqualTo(5);
        for (int i = 0; i < 100; i++) {
            send(inFlight, Load.FINE);
        }
        assertThat(inFlight.limit()).isEqualTo(8);
    }

    @Test
    void whatSaysNothingOfTheLoadChangesNothing() throws InterruptedException {
        InFlight inFlight = new InFlight(8);
        send(inFlight, Load.UNKNOWN);
        assertThat(inFlight.limit()).isEqualTo(8);
        assertThat(Load.ofStatus(429)).isEqualTo(Load.TOO_MUCH);
        assertThat(Load.ofStatus(503)).isEqualTo(Load.TOO_MUCH);
        assertThat(Load.ofStatus(500)).isEqualTo(Load.UNKNOWN);
        assertThat(Load.ofStatus(200)).isEqualTo(Load.FINE);
    }

    @Test
    void whoFindsNoPlaceWaitsForOne() throws InterruptedException {
        InFlight inFlight = new InFlight(1);
        int first = inFlight.enter();
        CountDownLatch inside = new CountDownLatch(1);
        Thread second = new Thread(() -> {
            try {
                inFlight.leave(inFlight.enter(), Load.FINE);
                inside.countDown();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        second.start();
        while (second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(inside.getCount()).isEqualTo(1);
        inFlight.leave(first, Load.FINE);
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoLeavesAndComesAgainWaitsBehindWhoCameBefore() throws InterruptedException {
        InFlight inFlight = new InFlight(1);
        List<String> order = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 50; i++) {
            int first = inFlight.enter();
            Thread second = new Thread(() -> {
                try {
                    int round = inFlight.enter();
                    order.add("who waited");
                    inFlight.leave(round, Load.FINE);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            second.start();
            while (second.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            inFlight.leave(first, Load.FINE);
            int again = inFlight.enter();
            order.add("who came again");
            inFlight.leave(again, Load.FINE);
            second.join();
            assertThat(order).containsExactly("who waited", "who came again");
            order.clear();
        }
    }
}
